import Calculator
import Programme
import Store

/// A part of a spreadsheet as it was pasted: rows of cells with tabs between them.
struct PastedText: Sendable {
  /// What its columns hold, besides the period.
  enum Columns: String, CaseIterable, Sendable {
    case both
    case actual
    case forecast

    var fields: [PeriodValue.Field] {
      switch self {
      case .both: [.forecast, .actual]
      case .actual: [.actual]
      case .forecast: [.forecast]
      }
    }

    var words: String {
      switch self {
      case .both: "Forecast, then actual"
      case .actual: "Actual only"
      case .forecast: "Forecast only"
      }
    }
  }

  /// The most rows that are taken at once.
  static let rowLimit = 200

  let text: String
  let columns: Columns

  init(_ sent: Submission) throws(Refusal) {
    try sent.expecting(["pasted", "columns"])
    text = sent["pasted"] ?? ""
    columns = sent["columns"].flatMap(Columns.init) ?? .both
  }

  /// The grid that it makes of what is stored: cells that are blank or not pasted stay as they are.
  /// A problem says in which row it is.
  func grid(
    upon stored: StoredSeries, from spans: [PeriodSpan]
  ) -> Reading<GridSubmission> {
    var grid = PastedGrid(stored: stored, columns: columns)
    let rows = lines
    if rows.isEmpty { grid.refuse("", "some rows", "Paste rows from a spreadsheet.") }
    if rows.count > PastedText.rowLimit {
      grid.refuse("\(rows.count) rows", "at most \(PastedText.rowLimit)", "Paste fewer at once.")
      return grid.reading
    }
    for (place, cells) in rows.enumerated() {
      grid.take(cells, number: place + 1, next: spans.indices.contains(place) ? spans[place] : nil)
    }
    return grid.reading
  }

  /// The rows without blank ones and without headings.
  private var lines: [[String]] {
    let rows = text.split(whereSeparator: \.isNewline)
      .map { line in
        line.split(separator: "\t", omittingEmptySubsequences: false)
          .map { TrimmedText.of(String($0)) }
      }.filter { !$0.allSatisfy(\.isEmpty) }
    guard let first = rows.first, PastedText.isHeading(first) else { return rows }
    return Array(rows.dropFirst())
  }

  private static func isHeading(_ cells: [String]) -> Bool {
    !cells.contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
  }
}

/// A grid that grows row by row.
private struct PastedGrid {
  let stored: StoredSeries
  let columns: PastedText.Columns
  private var typed: [String: String] = [:]
  private var spans: [PeriodSpan] = []
  private var problems: [Problem] = []

  init(stored: StoredSeries, columns: PastedText.Columns) {
    self.stored = stored
    self.columns = columns
  }

  var reading: Reading<GridSubmission> {
    Reading(value: GridSubmission(typed: typed, spans: spans.sorted()), problems: problems)
  }

  mutating func refuse(_ found: String, _ expected: String, _ mend: String) {
    problems.append(
      Problem(
        .error, at: .field("pasted"), subject: "Pasted rows", found: found, expected: expected,
        mend: mend))
  }

  /// Takes one row: its period first, or its values alone for the next period.
  mutating func take(_ cells: [String], number: Int, next: PeriodSpan?) {
    let own = cells.first.flatMap(PeriodText.read)
    guard let span = own ?? (cells.count <= columns.fields.count ? next : nil) else {
      return refuse(
        cells.first ?? "", "a period at the beginning of row \(number)",
        "Write it as April 2010, Q1 2010/11 or 2010/11.")
    }
    let values = own == nil ? cells : Array(cells.dropFirst())
    guard values.count <= columns.fields.count else {
      return refuse(
        values.joined(separator: " "), "\(columns.words.lowercased()) in row \(number)",
        "Leave the other columns out.")
    }
    guard !spans.contains(span) else {
      return refuse(span.words, "each period once", "Remove row \(number) or the other one.")
    }
    spans.append(span)
    fill(span, values)
  }

  private mutating func fill(_ span: PeriodSpan, _ values: [String]) {
    let row = stored.row(of: span)
    var texts = GridCells(row?.noun, of: stored.definition).texts
    for (field, value) in zip(columns.fields, values) where !value.isEmpty {
      texts[field] = value
      // A figure that came after all takes the place of the reason for having none.
      if field == .actual { texts[.noDataBecause] = "" }
    }
    for field in PeriodValue.Field.allCases {
      typed["\(span.text).\(field.rawValue)"] = texts[field] ?? ""
    }
    typed["\(span.text).\(GridSubmission.seenColumn)"] =
      SeenRow(row, of: stored.definition).text
  }
}
