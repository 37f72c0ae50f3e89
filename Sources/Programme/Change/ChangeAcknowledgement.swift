/// A party's word that it knows of a decision and plans by it. It is no agreement.
public struct ChangeAcknowledgement: Hashable, Sendable {
  /// Who acknowledges, for the party.
  public var by: String
  /// What the party wants to say with it; "" for nothing.
  public var words: String
  /// How the party told it, where somebody else recorded it; "" for the party's own act.
  public var received: String

  /// An acknowledgement.
  public init(by: String, words: String = "", received: String = "") {
    self.by = by
    self.words = words
    self.received = received
  }
}

extension ChangeAcknowledgement: Record {
  /// The fields of an acknowledgement.
  public enum Field: String, RecordField {
    case by, words, received

    /// The heading in our own exports.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .by: "Who acknowledges"
      case .words: "Anything to add"
      case .received: "How they told you"
      }
    }

    /// Acknowledgements have no units.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind { self == .words ? RecordLimit.prose : RecordLimit.title }
  }

  /// Reads an acknowledgement.
  public static func read(_ texts: [Field: String]) -> Reading<ChangeAcknowledgement> {
    var reader = FieldReader(texts)
    let acknowledgement = ChangeAcknowledgement(
      by: reader.required(.by), words: reader.text(.words), received: reader.text(.received))
    return Reading(value: acknowledgement, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .by: by
    case .words: words
    case .received: received
    }
  }
}
