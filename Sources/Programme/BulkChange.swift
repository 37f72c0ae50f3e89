import Calculator

/// One field of many benefits, changed to one value.
public struct BulkChange: Hashable, Sendable {
  /// The fields that can be changed of many benefits at once.
  public enum Field: String, CaseIterable, Sendable {
    /// Who answers for them.
    case owner
    /// The service they arise in.
    case service
    /// The group they belong to.
    case category
    /// The objective they serve.
    case objective
    /// Where they stand.
    case status
    /// Who sees them.
    case visibility
    /// When they are looked at again.
    case nextReview
    /// How sure the forecast is.
    case confidenceGrade

    /// The field of a benefit; nil for who sees it, which stands beside the content.
    public var benefitField: Benefit.Field? { Benefit.Field(rawValue: rawValue) }

    /// The label on pages.
    public var label: String { benefitField?.label ?? "Seen by" }
  }

  /// What is changed.
  public let field: Field
  /// To what, as typed.
  public let value: String

  /// A change of many.
  public init(_ field: Field, to value: String) {
    self.field = field
    self.value = TrimmedText.of(value)
  }

  /// The most benefits that are changed at once.
  public static let limit = 500

  /// The states that are given to many at once: approving and withdrawing are decisions about one.
  public static let statuses: [BenefitStatus] = [
    .identified, .profiled, .realising, .realised, .sustained,
  ]

  /// What stands against the value itself, whatever benefit it is given to.
  public var problems: [Problem] {
    let blank = Benefit(reference: "B1", title: "B", council: "", inputs: Inputs(method: .score))
    return apply(to: blank, visibility: .draft).problems
  }

  /// A benefit as it would be, and who would see it; the problems say why it cannot be.
  public func apply(
    to benefit: Benefit, visibility: Visibility
  ) -> Reading<(benefit: Benefit, visibility: Visibility)> {
    guard let target = field.benefitField else {
      guard let seen = Visibility(rawValue: value) else {
        return Reading(value: nil, problems: [problem("who may see it", "Choose who may see it.")])
      }
      return Reading(value: (benefit, seen), problems: [])
    }
    if let refusal = statusRefusal(of: benefit) { return Reading(value: nil, problems: [refusal]) }
    var texts = benefit.texts
    texts[target] = value
    let reading = Benefit.read(texts)
    let against = reading.problems.filter {
      $0.severity == .error && $0.place == .field(target.rawValue)
    }
    guard against.isEmpty, var changed = reading.value else {
      return Reading(value: nil, problems: against.isEmpty ? reading.problems : against)
    }
    changed.criteria = benefit.criteria
    changed.additional = benefit.additional
    return Reading(value: (changed, visibility), problems: [])
  }

  private func statusRefusal(of benefit: Benefit) -> Problem? {
    guard field == .status else { return nil }
    guard let status = BenefitStatus(rawValue: value), BulkChange.statuses.contains(status) else {
      let words = BulkChange.statuses.map(\.rawValue).joined(separator: ", ")
      return problem("one of: \(words)", "Choose a status.")
    }
    guard benefit.status == .withdrawn else { return nil }
    return problem("a benefit that is not withdrawn", "Leave it out: it was withdrawn.")
  }

  private func problem(_ expected: String, _ mend: String) -> Problem {
    Problem(
      .error, at: .field(field.rawValue), subject: field.label, found: value, expected: expected,
      mend: mend)
  }
}
