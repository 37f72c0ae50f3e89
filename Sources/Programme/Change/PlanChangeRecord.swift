import Calculator

extension PlanChange: Record {
  /// The fields of a plan change, in the order of its form.
  public enum Field: String, RecordField {
    case title, before, after, reason, onDates, onBenefits, onCost, onParties, positionsDue
    case acknowledgementDue, authority

    /// The heading in our own exports.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .title: "What changes"
      case .before: "From"
      case .after: "To"
      case .reason: "Why"
      case .onDates: "Effect on dates"
      case .onBenefits: "Effect on benefits"
      case .onCost: "Effect on cost"
      case .onParties: "Effect on other parties"
      case .positionsDue: "Positions by"
      case .acknowledgementDue: "Acknowledgement by"
      case .authority: "Who decides"
      }
    }

    /// The unit.
    public var unit: String { self == .onCost ? "£" : "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .title: RecordLimit.title
      case .onCost: RecordLimit.money
      case .positionsDue, .acknowledgementDue: .day
      case .authority: .choice(ChangeAuthority.allCases.map(\.rawValue))
      case .before, .after, .reason, .onDates, .onBenefits, .onParties: RecordLimit.prose
      }
    }
  }

  /// Reads a proposal from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<PlanChange> {
    var reader = FieldReader(texts)
    let (title, before) = (reader.required(.title), reader.required(.before))
    let (after, reason) = (reader.required(.after), reader.required(.reason))
    let cost = reader.number(.onCost)
    let (onDates, onBenefits) = (reader.text(.onDates), reader.text(.onBenefits))
    let onParties = reader.text(.onParties)
    let positionsDue = reader.requiredDay(.positionsDue)
    let acknowledgementDue = reader.requiredDay(.acknowledgementDue)
    let authority = reader.requiredChoice(.authority, ChangeAuthority.self) ?? .coordinator
    guard let positionsDue, let acknowledgementDue else {
      return Reading(value: nil, problems: reader.problems)
    }
    if acknowledgementDue <= positionsDue {
      reader.refuse(
        .acknowledgementDue, acknowledgementDue.description,
        "a day after \(positionsDue.words)", "Leave time for the decision between the two days.")
    }
    var change = PlanChange(
      title: title, before: before, after: after, reason: reason, positionsDue: positionsDue,
      acknowledgementDue: acknowledgementDue, authority: authority)
    change.onCost = cost
    (change.onDates, change.onBenefits, change.onParties) = (onDates, onBenefits, onParties)
    return Reading(value: change, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .title: title
    case .before: before
    case .after: after
    case .reason: reason
    case .onDates: onDates
    case .onBenefits: onBenefits
    case .onCost: onCost?.text ?? ""
    case .onParties: onParties
    case .positionsDue: positionsDue.description
    case .acknowledgementDue: acknowledgementDue.description
    case .authority: authority.rawValue
    }
  }
}
