import Foundation
import Programme

/// What undoing an act would do, record by record, and what stands against it.
public struct UndoPlan: Sendable {
  /// The act.
  public let act: UUID
  /// What was done: "benefit.change".
  public let actName: String
  /// Who did it.
  public let actorName: String
  /// When.
  public let at: Date
  /// What becomes of each record.
  public let lines: [Line]

  /// What becomes of one record.
  public struct Line: Sendable {
    /// The identity of the record.
    public let record: UUID
    /// Its reference.
    public let label: String
    /// What happens to it.
    public let kind: Kind
    /// Field by field, from what is now to what was before the act.
    public let changes: [FieldChange]
    /// Why it cannot be; nil when it can.
    public let refusal: String?

    /// What was before; nil for a record that goes, or cannot be restored.
    let before: BenefitChange?
  }

  /// What undoing does to a record.
  public enum Kind: String, Sendable {
    /// Its fields get their earlier values.
    case restored
    /// It came in with the act, and goes.
    case removed
    /// It went with the act, and comes back.
    case broughtBack
  }

  /// Everything that stands against undoing, record by record.
  public var problems: [Problem] {
    lines.compactMap { line in
      line.refusal.map {
        Problem(
          .error, at: .file, subject: line.label, found: "",
          expected: "the record as the act left it",
          mend: $0)
      }
    }
  }

  /// The acts that can be undone: those that record and change benefits. What was decided or reviewed
  /// is taken back by another decision, and an import on its own page.
  public static let actNames: Set<String> = [
    "benefit.add", "benefit.change", "benefit.withdraw", "benefit.bulk", "benefit.paste",
    "benefit.undo",
  ]
}

extension JournalEntry {
  /// What undoing the entry does to its record, as the journal tells.
  var undoing: UndoPlan.Kind {
    let reference = changes.first { $0.field == Benefit.Field.reference.rawValue }
    if reference?.before.isEmpty == true { return .removed }
    return reference?.after.isEmpty == true ? .broughtBack : .restored
  }

  /// The changes turned round: from what is now to what was.
  var turnedRound: [FieldChange] {
    changes.map {
      FieldChange(field: $0.field, label: $0.label, before: $0.after, after: $0.before)
    }
  }

  /// Who saw the record before.
  func visibilityBefore(_ now: Visibility?) -> Visibility {
    let change = changes.first { $0.field == "visibility" }
    return change.flatMap { Visibility(rawValue: $0.before) } ?? now ?? .draft
  }
}
