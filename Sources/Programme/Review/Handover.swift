/// A benefit that passes from one owner to the next, as it does when the project closes.
public struct Handover: Hashable, Sendable {
  /// Where it stands.
  public enum State: String, CaseIterable, Sendable {
    /// The new owner has not yet accepted.
    case offered = "Waiting for the new owner"
    /// The new owner answers for it.
    case accepted = "Accepted"
    /// It was taken back before it was accepted.
    case takenBack = "Taken back"
  }

  /// Who answered for it; "" when nobody did.
  public var fromOwner: String
  /// Who is to answer for it.
  public var toOwner: String
  /// What the new owner should know.
  public var note: String
  /// Where it stands.
  public var state = State.offered
  /// How an acceptance that somebody else recorded came about; "" for one's own.
  public var acceptanceNote = ""

  /// An offer to a new owner.
  public init(fromOwner: String, toOwner: String, note: String) {
    self.fromOwner = fromOwner
    self.toOwner = toOwner
    self.note = note
  }
}

extension Handover {
  /// The hand-over once it is accepted. Whoever records it for somebody else says how it was
  /// accepted; the new owner needs no words.
  public func accepted(by name: String, note: String) throws(Refusal) -> Handover {
    var reader = FieldReader<Field>([.acceptanceNote: note])
    var accepted = self
    accepted.state = .accepted
    accepted.acceptanceNote = reader.text(.acceptanceNote)
    let isOwn = FoldedText.of(name) == FoldedText.of(toOwner)
    if !isOwn, accepted.acceptanceNote.isEmpty {
      reader.refuse(
        .acceptanceNote, "", "how it was accepted",
        "You record it for \(toOwner): say how and when it was accepted.")
    }
    guard reader.problems.isEmpty else { throw .invalid(reader.problems) }
    return accepted
  }

  /// The hand-over once it is taken back.
  public var takenBack: Handover {
    var back = self
    back.state = .takenBack
    return back
  }
}

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
