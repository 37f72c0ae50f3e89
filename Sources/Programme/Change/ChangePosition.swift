/// What a party says to one version of a plan change.
public struct ChangePosition: Hashable, Sendable {
  /// What it says.
  public enum Answer: String, CaseIterable, Sendable {
    /// It agrees.
    case accept = "Accept"
    /// It does not agree, for a reason.
    case object = "Object"
    /// It would agree to something else.
    case counter = "Propose something else"
  }

  /// What the party says.
  public var answer: Answer
  /// Why; needed unless it accepts.
  public var words: String
  /// What it would agree to, in the place of the change's "to"; only for a counter-proposal.
  public var instead: String
  /// How the party told it, where somebody else recorded it; "" for the party's own words.
  public var received: String

  /// A position; in the party's own words unless told otherwise.
  public init(_ answer: Answer, words: String = "", instead: String = "", received: String = "") {
    self.answer = answer
    self.words = words
    self.instead = instead
    self.received = received
  }
}

extension ChangePosition: Record {
  /// The fields of a position.
  public enum Field: String, RecordField {
    case answer, words, instead, received

    /// The heading in our own exports.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .answer: "Position"
      case .words: "Reason"
      case .instead: "What you would agree to"
      case .received: "How they told you"
      }
    }

    /// Positions have no units.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .answer: .choice(Answer.allCases.map(\.rawValue))
      case .words, .instead: RecordLimit.prose
      case .received: RecordLimit.title
      }
    }
  }

  /// Reads a position. Whoever objects says why; whoever proposes something else says what.
  public static func read(_ texts: [Field: String]) -> Reading<ChangePosition> {
    var reader = FieldReader(texts)
    let answer = reader.requiredChoice(.answer, Answer.self)
    let (words, instead) = (reader.text(.words), reader.text(.instead))
    let received = reader.text(.received)
    if answer == .object || answer == .counter, words.isEmpty {
      reader.refuse(.words, "", "a reason", "Say why you do not accept it as it is.")
    }
    if answer == .counter, instead.isEmpty {
      reader.refuse(.instead, "", "a counter-proposal", "Say what you would agree to.")
    }
    if let answer, answer != .counter, !instead.isEmpty {
      reader.refuse(
        .instead, instead, "nothing, unless you propose something else",
        "Choose “\(Answer.counter.rawValue)”, or remove the text.")
    }
    guard let answer else { return Reading(value: nil, problems: reader.problems) }
    return Reading(
      value: ChangePosition(answer, words: words, instead: instead, received: received),
      problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .answer: answer.rawValue
    case .words: words
    case .instead: instead
    case .received: received
    }
  }
}
