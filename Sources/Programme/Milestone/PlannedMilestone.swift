/// A milestone as a row of a plan has it: with its party and who answers for it, by name.
public struct PlannedMilestone: Hashable, Sendable {
  /// What it is, and its day in the plan.
  public var milestone: Milestone
  /// The party that it is of; "" for the reader's own.
  public var party: String
  /// Who answers for it there; "" for nobody by name.
  public var owner: String
}

extension PlannedMilestone: Record {
  /// The fields of a row.
  public enum Field: String, RecordField {
    case title, party, baseline, description, office, owner

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .title: "Milestone"
      case .party: "Party"
      case .baseline: "Day in the plan"
      case .description: "How one can tell"
      case .office: "Office"
      case .owner: "Owner"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .title, .party, .office, .owner: RecordLimit.title
      case .description: RecordLimit.prose
      case .baseline: .day
      }
    }
  }

  /// Reads a row from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<PlannedMilestone> {
    var reader = FieldReader(texts)
    let title = reader.required(.title)
    let day = reader.day(.baseline)
    if day == nil, TrimmedText.of(texts[.baseline] ?? "").isEmpty {
      reader.refuse(.baseline, "", "a day", "Enter the day of the plan.")
    }
    let (party, owner) = (reader.text(.party), reader.text(.owner))
    let (description, office) = (reader.text(.description), reader.text(.office))
    let planned = day.map {
      PlannedMilestone(
        milestone: Milestone(title: title, description: description, office: office, baseline: $0),
        party: party, owner: owner)
    }
    return Reading(value: planned, problems: reader.problems)
  }

  /// The canonical text of one field.
  public func text(_ field: Field) -> String {
    switch field {
    case .title: milestone.title
    case .party: party
    case .baseline: milestone.baseline.description
    case .description: milestone.description
    case .office: milestone.office
    case .owner: owner
    }
  }
}
