import Exchange
import Programme

/// What somebody says that the columns of a file hold.
struct ColumnAnswers: Sendable {
  /// The answers by the name of their field.
  private(set) var chosen: [String: HeadingMatch.Meaning] = [:]
  /// What stands against them, in the order of the page.
  private(set) var problems: [(key: String, value: String)] = []
  /// The matches to keep.
  private(set) var matches: [HeadingMatch] = []

  /// Reads a form about the columns of a file; a field that was not sent is as it was offered.
  init(_ form: Submission, _ headings: [SheetHeadings]) throws(Refusal) {
    try form.expecting(ColumnAnswers.names(headings))
    for sheet in headings {
      for column in sheet.columns { read(column, of: sheet, form) }
      refuseRivals(in: sheet)
    }
  }

  /// The names of a form about these columns.
  static func names(_ headings: [SheetHeadings]) -> Set<String> {
    Set(headings.flatMap { sheet in sheet.columns.map { name(of: $0, in: sheet) } })
  }

  /// The name of a column's field: "Benefits.7".
  static func name(of column: SheetHeadings.Column, in sheet: SheetHeadings) -> String {
    "\(sheet.sheet).\(column.number)"
  }

  /// What a column may be: a field that no other column is known to hold, additional data, nothing.
  static func choices(
    of column: SheetHeadings.Column, in sheet: SheetHeadings, chosen: HeadingMatch.Meaning
  ) -> [Choice] {
    let kept: [(HeadingMatch.Meaning, String)] = [(.keep, "Keep as additional data")]
    let fates = (sheet.keepsUnknown ? kept : []) + [(.leaveOut, "Leave out")]
    let fields = sheet.fields.filter { $0.knownColumn == nil || $0.name == column.rival?.field }
    return fates.map { Choice($0.0.code, $0.1, isChosen: $0.0 == chosen) }
      + fields.map { field in
        Choice(
          HeadingMatch.Meaning.field(field.name).code,
          field.isRequired && !field.isHeld ? "\(field.label) (needed)" : field.label,
          isChosen: chosen == .field(field.name))
      }
  }

  private mutating func read(
    _ column: SheetHeadings.Column, of sheet: SheetHeadings, _ form: Submission
  ) {
    let name = ColumnAnswers.name(of: column, in: sheet)
    let code = form[name] ?? column.offered.code
    let choices = ColumnAnswers.choices(of: column, in: sheet, chosen: .keep)
    guard choices.contains(where: { $0.value == code }) else {
      return problems.append((name, "Choose what “\(column.heading)” holds from the list"))
    }
    let meaning = HeadingMatch.Meaning(code: code)
    chosen[name] = meaning
    matches.append(
      HeadingMatch(sheet: sheet.sheet, heading: column.heading, meaning: meaning))
  }

  /// Two columns cannot hold one field.
  private mutating func refuseRivals(in sheet: SheetHeadings) {
    var first: [String: String] = [:]
    for column in sheet.columns {
      let name = ColumnAnswers.name(of: column, in: sheet)
      guard case .field(let field) = chosen[name] else { continue }
      if let other = first[field] {
        let label = sheet.label(of: field)
        problems.append((name, "“\(other)” and “\(column.heading)” cannot both be \(label)"))
      } else {
        first[field] = column.heading
      }
    }
  }
}

extension HeadingMatch.Meaning {
  private static let prefix = "field."

  /// The value in a form.
  var code: String {
    switch self {
    case .field(let name): Self.prefix + name
    case .keep: "keep"
    case .leaveOut: "leave-out"
    }
  }

  /// From the value in a form, which was offered.
  init(code: String) {
    if code.hasPrefix(Self.prefix) {
      self = .field(String(code.dropFirst(Self.prefix.count)))
    } else {
      self = code == "leave-out" ? .leaveOut : .keep
    }
  }
}
