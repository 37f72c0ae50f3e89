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
