import Foundation
import Programme

/// A benefit that a cost is to buy.
struct BoughtBenefit: Sendable {
  let id: UUID
  let reference: String
  let visibility: Visibility
}

/// A cost on its way into its tables, beside what it was.
struct CostWrite: Sendable {
  let id: ID<Cost>
  let earlier: StoredCost?
  let profile: CostProfile
  let visibility: Visibility
  let buys: [BoughtBenefit]

  /// The version that writing it makes.
  var version: Int { (earlier?.stored.version ?? 0) + 1 }

  /// The entry that says what changes.
  var journal: JournalDraft {
    var changes = profile.changes(since: earlier?.profile)
    let before = earlier?.stored.visibility
    if before != visibility {
      changes.append(
        FieldChange(
          field: "visibility", label: "Seen by", before: before?.rawValue ?? "",
          after: visibility.rawValue))
    }
    return JournalDraft(
      kind: "cost", record: id.uuid, label: profile.cost.reference, version: version,
      visibility: visibilityOfEntry, changes: changes)
  }

  /// As narrow as anything the entry names: a draft that is bought stays a draft in the journal.
  private var visibilityOfEntry: Visibility {
    let named = (earlier?.benefits.map(\.visibility) ?? []) + buys.map(\.visibility)
    let all = named + [visibility, earlier?.stored.visibility ?? visibility]
    return all.reduce(.published) { .narrower($0, $1) }
  }
}

extension CostWrite {
  /// The register can hold no more costs.
  static let full = refusal(
    at: .file, "Register", "", "at most \(RecordLimit.costsInRegister) costs",
    "Withdraw what is not needed.")
  /// It was withdrawn and cannot be changed.
  static let withdrawn = refusal(
    at: .file, "Cost", "", "a cost that was not withdrawn", "Record it as a new cost.")
  /// Withdrawing needs a reason.
  static let noReason = refusal(
    at: .field("reason"), "Reason", "", "a reason", "Say why the cost is withdrawn.")

  /// Another cost has the reference.
  static func taken(_ reference: String) -> Refusal {
    refusal(
      at: .field(Cost.Field.reference.rawValue), "Reference", reference,
      "a reference that no other cost has", "Choose another reference.")
  }

  /// The register has no such benefits.
  static func unknownBenefits(_ references: [String]) -> Refusal {
    refusal(
      at: .field(CostProfile.buysName), "Benefits it buys", references.joined(separator: "; "),
      "references of benefits in your register", "Correct them, such as B001; B014.")
  }

  private static func refusal(
    at place: Problem.Place, _ subject: String, _ found: String, _ expected: String, _ mend: String
  ) -> Refusal {
    .invalid([
      Problem(.error, at: place, subject: subject, found: found, expected: expected, mend: mend)
    ])
  }
}
