/// One version of what the partners promise one another.
public struct Charter: Hashable, Sendable {
  /// The text, in paragraphs.
  public var text: String
  /// What is new in this version, and why.
  public var news: String

  /// A version of the charter.
  public init(text: String, news: String = "") {
    self.text = text
    self.news = news
  }
}

extension Charter: Record {
  /// The fields of a version.
  public enum Field: String, RecordField {
    case text, news

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .text: "Text"
      case .news: "What is new"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .text: .text(maxCharacters: 20_000)
      case .news: .text(maxCharacters: RecordLimit.noteCharacters)
      }
    }
  }

  /// Reads a version from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<Charter> {
    var reader = FieldReader(texts)
    let charter = Charter(text: reader.required(.text), news: reader.text(.news))
    return Reading(value: charter, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .text: text
    case .news: news
    }
  }
}
