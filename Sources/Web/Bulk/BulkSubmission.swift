import HTTPTypes
import Programme
import Store

/// A change of many as it was sent: which benefits, which field, what value and why.
struct BulkSubmission: Sendable {
  let choice: BulkChoice
  let field: BulkChange.Field?
  /// What was typed for each field.
  let typed: [BulkChange.Field: String]
  let reason: String

  /// Takes the fields of the form and no others; refuses a choice that is none of ours.
  init(_ sent: Submission) throws {
    try sent.expecting(BulkSubmission.names)
    guard let choice = BulkChoice(text: sent["benefits"] ?? "") else {
      throw Failure(.unprocessableContent, "Choose the benefits again from the list.")
    }
    self.choice = choice
    field = sent["field"].flatMap(BulkChange.Field.init)
    typed = Dictionary(
      BulkChange.Field.allCases.compactMap { field in
        sent[BulkSubmission.name(of: field)].map { (field, $0) }
      }, uniquingKeysWith: { first, _ in first })
    reason = sent.given("reason") ?? ""
  }

  /// The change; nil while no field is chosen.
  var change: BulkChange? { field.map { BulkChange($0, to: typed[$0] ?? "") } }

  /// What stands against the form itself.
  var problems: [Problem] {
    guard let change else {
      return [
        Problem(
          .error, at: .field("field"), subject: "Field", found: "", expected: "one of the fields",
          mend: "Choose what to change.")
      ]
    }
    let isLong = reason.unicodeScalars.count > RecordLimit.titleCharacters
    let isPlain = !reason.unicodeScalars.contains(where: TrimmedText.isControl)
    let against = change.problems.map { $0.at(.field(BulkSubmission.name(of: change.field))) }
    guard isLong || !isPlain else { return against }
    return against + [
      Problem(
        .error, at: .field("reason"), subject: "Reason", found: reason,
        expected: "at most \(RecordLimit.titleCharacters) plain characters", mend: "Shorten it.")
    ]
  }

  /// The name of a field's value in the form.
  static func name(of field: BulkChange.Field) -> String { "to.\(field.rawValue)" }

  private static let names: Set<String> = Set(
    ["benefits", "field", "reason"] + BulkChange.Field.allCases.map(name))
}
