/// Something that is wrong, or worth knowing, about what came in: where, what was found, what is
/// expected and how to mend it.
public struct Problem: Sendable, Hashable, Error {
  /// How much it matters.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Nothing is applied while it stands.
    case error
    /// Applied, but somebody should look.
    case warning
    /// For information.
    case note

    /// Errors come first.
    public static func < (left: Severity, right: Severity) -> Bool {
      left.order < right.order
    }

    private var order: Int {
      switch self {
      case .error: 0
      case .warning: 1
      case .note: 2
      }
    }
  }

  /// Where it is.
  public enum Place: Sendable, Hashable {
    /// The file as a whole.
    case file
    /// A line and column of the file's text, or a byte offset, from 1.
    case text(line: Int, column: Int)
    /// A cell: sheet, row and column from 1, and the column's heading where there is one.
    case cell(sheet: String, row: Int, column: Int, header: String?)
    /// A field of a form or of an API body, by its raw name.
    case field(String)

    /// The place as the command line prints it: "sheet:row:column".
    public var text: String {
      switch self {
      case .file: "file"
      case .text(let line, let column): "line \(line):\(column)"
      case .cell(let sheet, let row, let column, _): "\(sheet):\(row):\(column)"
      case .field(let name): name
      }
    }
  }

  /// How much it matters.
  public var severity: Severity
  /// Where it is.
  public var place: Place
  /// The field's label, or the heading: what people call the thing.
  public var subject: String
  /// What was found, shortened; "" for nothing.
  public var found: String
  /// What is expected, in words.
  public var expected: String
  /// What to do.
  public var mend: String

  /// A problem.
  public init(
    _ severity: Severity, at place: Place, subject: String, found: String, expected: String,
    mend: String
  ) {
    self.severity = severity
    self.place = place
    self.subject = subject
    self.found = Problem.shortened(found)
    self.expected = expected
    self.mend = mend
  }

  /// What is wrong and what to do; of a field left blank in a form, what to do says it all.
  public var message: String {
    if case .field = place, found.isEmpty, severity == .error { return mend }
    let saw = found.isEmpty ? "" : ", found \u{201C}\(found)\u{201D}"
    return "\(subject): expected \(expected)\(saw). \(mend)"
  }

  /// The place as the command line prints it: "sheet:row:column".
  public var placeText: String { place.text }

  /// The same problem, found at another place.
  public func at(_ place: Place) -> Problem {
    var copy = self
    copy.place = place
    return copy
  }

  /// The most of a found text that is repeated back, in characters.
  public static let foundLimitCharacters = 80

  private static func shortened(_ text: String) -> String {
    guard text.count > foundLimitCharacters else { return text }
    return String(text.prefix(foundLimitCharacters)) + "…"
  }
}

/// Why a change is refused: the problems that stand against it, or a conflict with another change.
public enum Refusal: Error, Sendable, Equatable {
  /// What was typed cannot be accepted.
  case invalid([Problem])
  /// The record is not there, or not within the viewer's sight: the two are not told apart.
  case notFound
  /// Somebody changed the record meanwhile; `current` is its version now.
  case conflict(current: Int)
  /// The viewer may see it but not do this.
  case forbidden
}
