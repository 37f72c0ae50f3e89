import Programme

/// The headings of one sheet of a file: what each column is taken for, and what fields are left for
/// those that nobody knows.
public struct SheetHeadings: Hashable, Sendable {
  /// The sheet of layout 1: "Benefits".
  public let sheet: String
  /// The name it has in the file.
  public let title: String
  /// Whether columns without a field are kept with each record; else they are not read.
  public let keepsUnknown: Bool
  /// The most columns of a sheet that somebody may have a say in; the others are as they are.
  public static let columnLimit = 90

  /// The columns that somebody may have a say in: unknown, matched before, or claimed twice.
  public let columns: [Column]
  /// The fields of the sheet's records.
  public let fields: [Field]

  /// One column.
  public struct Column: Hashable, Sendable {
    /// Its number, from 1.
    public let number: Int
    /// Its heading, as it stands in the file.
    public let heading: String
    /// What it is taken for.
    public let meaning: HeadingMatch.Meaning
    /// Whether somebody said so before.
    public let isMatched: Bool
    /// Its first texts, shortened.
    public let samples: [String]
    /// The field that its heading looks like, by raw name; nil for none.
    public let suggestion: String?
    /// The column that holds what this one would mean; nil for none.
    public let rival: Rival?
  }

  /// A column that holds what another one would mean too.
  public struct Rival: Hashable, Sendable {
    /// The field, by raw name.
    public let field: String
    /// The heading of the column that holds it.
    public let heading: String
    /// The number of the column that holds it.
    public let column: Int
  }

  /// One field of the records.
  public struct Field: Hashable, Sendable {
    /// The raw name.
    public let name: String
    /// What people call it.
    public let label: String
    /// Whether the sheet cannot do without it.
    public let isRequired: Bool
    /// The column that holds it without anybody having said so; nil for none.
    public let knownColumn: Int?
    /// Whether any column holds it.
    public let isHeld: Bool
  }

  /// The label of a field; the name itself for one that is not there.
  public func label(of name: String) -> String {
    fields.first { $0.name == name }?.label ?? name
  }

  /// The fields that the sheet cannot do without and that no column holds.
  public var missing: [Field] { fields.filter { $0.isRequired && !$0.isHeld } }
}

extension SheetHeadings {
  /// What a sheet was found to hold; nil when it was not in the file or has no headings at all.
  init?<Item: SheetRecord>(_ sheet: RecordSheet<Item>) {
    guard !sheet.columns.isEmpty else { return nil }
    var known: [Item.Field: Int] = [:]
    var matched: Set<Item.Field> = []
    for column in sheet.columns {
      guard case .field(let field, _) = column.role else { continue }
      if column.origin == .matched { matched.insert(field) } else { known[field] = column.number }
    }
    self.sheet = sheet.headings.sheet.rawValue
    title = sheet.sheet
    fields = Item.Field.allCases.map { field in
      Field(
        name: field.rawValue, label: field.label,
        isRequired: Item.requiredFields.contains(field), knownColumn: known[field],
        isHeld: known[field] != nil || matched.contains(field))
    }
    keepsUnknown = sheet.keepsUnknown
    let open = Item.Field.allCases.filter { known[$0] == nil && !matched.contains($0) }
    let suggestions = SuggestedField(open, sheet.headings.table)
    var seen: Set<String> = []
    columns = sheet.columns.filter {
      $0.wantsSamples && HeadingMatch.canBeAbout($0.title)
        && seen.insert(FoldedText.of($0.title)).inserted
    }.prefix(SheetHeadings.columnLimit).map { Column($0, of: sheet, suggestions) }
  }
}

extension SheetHeadings.Column {
  fileprivate init<Item: SheetRecord>(
    _ column: SheetColumn<Item>, of sheet: RecordSheet<Item>, _ suggestions: SuggestedField<Item>
  ) {
    number = column.number
    heading = column.title
    meaning = column.meaning(isKept: sheet.keepsUnknown)
    isMatched = column.origin == .matched
    samples = sheet.samples.of(column.number)
    suggestion = column.origin == .unknown ? suggestions.field(for: column.title) : nil
    if case .second(let field, let holder) = column.origin {
      let heading = sheet.columns.first { $0.number == holder }?.title ?? ""
      rival = SheetHeadings.Rival(field: field.rawValue, heading: heading, column: holder)
    } else {
      rival = nil
    }
  }
}

extension SheetColumn {
  fileprivate func meaning(isKept: Bool) -> HeadingMatch.Meaning {
    switch role {
    case .field(let field, _): .field(field.rawValue)
    case .leftOut: .leaveOut
    default: isKept ? .keep : .leaveOut
    }
  }
}
