/// What a council says that one of its own headings means.
public struct HeadingMatch: Hashable, Sendable {
  /// The sheet of layout 1 that the heading stands in: "Benefits".
  public let sheet: String
  /// The heading as the council writes it.
  public let heading: String
  /// What it means.
  public let meaning: Meaning

  /// What becomes of a column.
  public enum Meaning: Hashable, Sendable {
    /// It holds a field of the sheet's records, by the field's raw name.
    case field(String)
    /// It is kept with each record as additional text.
    case keep
    /// It is not read.
    case leaveOut
  }

  /// Whether a heading may be matched: there is one, and it is no essay.
  public static func canBeAbout(_ heading: String) -> Bool {
    !heading.isEmpty && heading.unicodeScalars.count <= RecordLimit.titleCharacters
  }

  /// A match.
  public init(sheet: String, heading: String, meaning: Meaning) {
    self.sheet = sheet
    self.heading = heading
    self.meaning = meaning
  }
}

/// What a council says that its headings mean; headings are compared folded, one meaning each.
public struct HeadingMatches: Hashable, Sendable {
  private struct Key: Hashable {
    let sheet: String
    let heading: String

    init(_ sheet: String, _ heading: String) {
      self.sheet = FoldedText.of(sheet)
      self.heading = FoldedText.of(heading)
    }
  }

  private var byHeading: [Key: HeadingMatch] = [:]

  /// The matches given; of two about one heading the later holds.
  public init(_ matches: [HeadingMatch] = []) {
    for match in matches { add(match) }
  }

  /// Adds a match, or puts it in the place of the one about the same heading.
  public mutating func add(_ match: HeadingMatch) {
    byHeading[Key(match.sheet, match.heading)] = match
  }

  /// What a heading of a sheet means; nil when nobody said.
  public func meaning(of heading: String, in sheet: String) -> HeadingMatch.Meaning? {
    byHeading.isEmpty ? nil : byHeading[Key(sheet, heading)]?.meaning
  }

  /// All of them, by sheet and heading.
  public var all: [HeadingMatch] {
    byHeading.values.sorted { ($0.sheet, $0.heading) < ($1.sheet, $1.heading) }
  }

  /// Whether there are none.
  public var isEmpty: Bool { byHeading.isEmpty }
}
