extension Handover: Record {
  /// The fields of a hand-over.
  public enum Field: String, RecordField {
    case fromOwner, toOwner, note, state, acceptanceNote

    /// The heading in our own exports.
    public var header: String {
      switch self {
      case .fromOwner: "FromOwner"
      case .toOwner: "ToOwner"
      case .note: "Note"
      case .state: "State"
      case .acceptanceNote: "AcceptanceNote"
      }
    }

    /// The label on pages.
    public var label: String {
      switch self {
      case .fromOwner: "From"
      case .toOwner: "New owner"
      case .note: "What the new owner should know"
      case .state: "Hand-over"
      case .acceptanceNote: "How it was accepted"
      }
    }

    /// Hand-overs have no units.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .fromOwner, .toOwner: RecordLimit.title
      case .note, .acceptanceNote: RecordLimit.prose
      case .state: .choice(State.allCases.map(\.rawValue))
      }
    }
  }

  /// Reads an offer from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<Handover> {
    var reader = FieldReader(texts)
    var handover = Handover(
      fromOwner: reader.text(.fromOwner), toOwner: reader.required(.toOwner),
      note: reader.text(.note))
    handover.state = reader.choice(.state, State.self) ?? .offered
    handover.acceptanceNote = reader.text(.acceptanceNote)
    if !handover.toOwner.isEmpty,
      FoldedText.of(handover.toOwner) == FoldedText.of(handover.fromOwner)
    {
      reader.refuse(
        .toOwner, handover.toOwner, "somebody other than the owner",
        "\(handover.fromOwner) owns it already.")
    }
    return Reading(value: handover, problems: reader.problems)
  }

  /// The canonical text of one field.
  public func text(_ field: Field) -> String {
    switch field {
    case .fromOwner: fromOwner
    case .toOwner: toOwner
    case .note: note
    case .state: state.rawValue
    case .acceptanceNote: acceptanceNote
    }
  }
}
