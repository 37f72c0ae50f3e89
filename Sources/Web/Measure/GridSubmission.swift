import Calculator
import Programme
import Store

/// A grid as it was sent: the cells of each period, and what was seen when they were typed.
struct GridSubmission: Sendable {
  /// What was typed, by the names of the form: "2010-M01.actual".
  let typed: [String: String]
  /// The periods that were sent, in order.
  let spans: [PeriodSpan]

  /// What carries the version and the look of a row as it was shown.
  static let seenColumn = "seen"

  /// Takes the cells of grids and no other fields.
  init(_ sent: Submission) throws(Refusal) {
    var spans: Set<PeriodSpan> = []
    var names: Set<String> = []
    for field in sent.fields {
      guard let name = GridName(field.name) else { continue }
      names.insert(field.name)
      spans.insert(name.span)
    }
    try sent.expecting(names)
    typed = Dictionary(
      sent.fields.filter { names.contains($0.name) }.map { ($0.name, $0.value) },
      uniquingKeysWith: { first, _ in first })
    self.spans = spans.sorted()
  }

  /// Cells that were pasted.
  init(typed: [String: String], spans: [PeriodSpan]) {
    self.typed = typed
    self.spans = spans
  }

  /// The rows in which somebody typed, with the version that was seen, and what stands against
  /// them. Rows that were sent as they were shown are left alone, whoever changed them meanwhile.
  func changes(of series: StoredSeries) -> Reading<[PeriodValueChange]> {
    var changes: [PeriodValueChange] = []
    var problems: [Problem] = []
    for span in spans {
      let cells = GridCells(typed: typed, span: span)
      let seen = SeenRow(text: typed["\(span.text).\(Self.seenColumn)"] ?? "")
      guard cells.digest != seen.digest else { continue }
      let reading = PeriodValue.read(
        cells.texts(of: series.definition), span: span, of: series.definition)
      problems += reading.problems
      guard var value = reading.value else { continue }
      if let stored = series.row(of: span)?.noun { value.keepEvidence(of: stored) }
      changes.append(PeriodValueChange(value, upon: seen.version))
    }
    return Reading(value: changes, problems: problems)
  }
}

/// The name of one field of a grid.
struct GridName: Sendable {
  let span: PeriodSpan
  let column: String

  /// Reads "2010-M01.actual"; nil for anything else.
  init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let span = PeriodSpan(text: String(parts[0])) else { return nil }
    let column = String(parts[1])
    guard column == GridSubmission.seenColumn || PeriodValue.Field(rawValue: column) != nil else {
      return nil
    }
    self.span = span
    self.column = column
  }
}

/// The cells of one row as texts.
struct GridCells: Sendable {
  let texts: [PeriodValue.Field: String]

  /// The cells of a stored row as the grid shows them; a row of nothing where there is none.
  init(_ value: PeriodValue?, of measure: Measure) {
    guard let value else {
      texts = [:]
      return
    }
    texts = [
      .forecast: MeasureWords.typed(value.forecast, of: measure),
      .actual: MeasureWords.typed(value.actual, of: measure),
      .noDataBecause: value.noDataBecause, .maturity: value.text(.maturity),
      .evidence: value.evidenceLine,
    ]
  }

  /// The cells of one period as they were typed.
  init(typed: [String: String], span: PeriodSpan) {
    let pairs = PeriodValue.Field.allCases.map { field in
      (field, TrimmedText.of(typed["\(span.text).\(field.rawValue)"] ?? ""))
    }
    texts = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The texts as ``PeriodValue/read(_:span:of:)`` takes them.
  func texts(of measure: Measure) -> [PeriodValue.Field: String] {
    var read = texts
    for field in [PeriodValue.Field.forecast, .actual] {
      read[field] = PercentText.withSign(texts[field] ?? "", if: measure.kind == .percentage)
    }
    return read
  }

  /// The same for the same texts, and hardly ever for others: 64 bits of Fowler, Noll and Vo.
  var digest: String {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for field in PeriodValue.Field.allCases {
      for byte in Array((texts[field] ?? "").utf8) + [0x1F] {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
    }
    return String(hash, radix: 16)
  }
}

/// Which version of a row was shown, and how it looked.
struct SeenRow: Sendable {
  let version: Int
  let digest: String

  /// A row as it stands; version 0 where there is none.
  init(_ row: Stored<PeriodValue>?, of measure: Measure) {
    version = row?.version ?? 0
    digest = GridCells(row?.noun, of: measure).digest
  }

  /// Reads "3-af63dc4c8601ec8c"; anything else is a row that nobody saw.
  init(text: String) {
    let parts = text.split(separator: "-", maxSplits: 1)
    version = parts.first.flatMap { Int($0) } ?? 0
    digest = parts.count == 2 ? String(parts[1]) : GridCells(nil, of: .money).digest
  }

  var text: String { "\(version)-\(digest)" }
}

extension PeriodValue {
  /// The evidence in one line, as a cell shows it.
  var evidenceLine: String {
    TrimmedText.of(
      String(
        String.UnicodeScalarView(
          evidence.unicodeScalars.map { TrimmedText.isControl($0) || $0.isBreak ? " " : $0 })))
  }

  /// Evidence of several lines that was sent as its one line stays as it was.
  mutating func keepEvidence(of stored: PeriodValue) {
    if evidence == stored.evidenceLine { evidence = stored.evidence }
  }
}

extension Unicode.Scalar {
  fileprivate var isBreak: Bool { self == "\n" || self == "\r" || self == "\t" }
}
