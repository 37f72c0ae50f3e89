import Calculator
import Programme

/// The text of a cell as the fields of a record read it, so that forms and files share one parser.
struct CellText {
  /// What to tell about the cell.
  struct Issue: Equatable {
    var severity: Problem.Severity
    var found: String
    var expected: String
    var mend: String
  }

  var text = ""
  var issues: [Issue] = []

  init(_ cell: Cell, as kind: FieldKind, dates: DateSystem) {
    switch cell.kind {
    case .blank: if cell.hasFormula { noResult() }
    case .error: refuse(cell.text, "a value, not an error of the workbook", "Mend the formula.")
    case .number: number(cell, kind, dates)
    case .text: text(cell, kind)
    case .dateTime: dateTime(cell, kind, dates)
    case .boolean: boolean(cell, kind)
    }
    if cell.refersOutside {
      issues.append(
        Issue(
          severity: .warning, found: text, expected: "a value of this workbook",
          mend: "It comes from another workbook; the value last stored is taken."))
    }
  }

  private mutating func refuse(_ found: String, _ expected: String, _ mend: String) {
    issues.append(Issue(severity: .error, found: found, expected: expected, mend: mend))
  }

  private mutating func warn(_ found: String, _ expected: String, _ mend: String) {
    issues.append(Issue(severity: .warning, found: found, expected: expected, mend: mend))
  }

  private mutating func noResult() {
    refuse(
      "a formula without a result", "a value",
      "Open the workbook in a spreadsheet program, let it calculate and save it again.")
  }

  // MARK: number cells

  /// Only the forms of XML Schema: no separators, no words, no spaces.
  private mutating func number(_ cell: Cell, _ kind: FieldKind, _ dates: DateSystem) {
    let isPlain = cell.text.utf8.allSatisfy { CellText.isOfNumber($0) }
    switch kind {
    case .number, .share:
      guard isPlain else { return refuseNumber(cell.text) }
      text = MeantNumber.text(cell.text)
      if cell.isPercent { checkPercent(text) }
    case .day:
      guard isPlain, let value = Exact(text: cell.text) else { return refuseNumber(cell.text) }
      serial(value, dates)
    default:
      guard isPlain, let value = Exact(text: cell.text) else { return refuseNumber(cell.text) }
      text = MeantNumber.text(value.text)
    }
  }

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): true
    case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): true
    default: false
    }
  }

  private mutating func refuseNumber(_ found: String) {
    refuse(found, "a number", "Type the figure again, in digits only.")
  }

  private mutating func checkPercent(_ found: String) {
    guard let value = Exact(text: found), value > .one else { return }
    warn(
      Shown.percentage(value), "a share of at most 100 %",
      "The cell shows percent, so \(found) means \(Shown.percentage(value)).")
  }

  private mutating func serial(_ value: Exact, _ dates: DateSystem) {
    guard let serial = NumberText.whole(value.rounded(places: 0).text),
      Exact(serial) == value, let day = dates.day(serial: serial)
    else { return refuse(value.text, "a date", "Enter it as 2010-01-15.") }
    text = day.description
    warn(value.text, "a date", "The day number was read as \(day.words); check it.")
  }

  // MARK: text cells

  private mutating func text(_ cell: Cell, _ kind: FieldKind) {
    text = cell.text
    if case .day = kind { return writtenDay() }
    guard let isShare = CellText.isNumeric(kind), !TrimmedText.of(text).isEmpty else { return }
    guard NumberText.read(text, allowsPercent: isShare) != nil else { return }
    warn(text, "a number", "It is stored as text; it was read as a number.")
  }

  /// A day that is written as people write it; ISO form needs no word about it.
  private mutating func writtenDay() {
    let found = TrimmedText.of(text)
    guard Day(text: found) == nil, let day = WrittenDay.read(found) else { return }
    text = day.description
    warn(found, "a date such as 2010-01-15", "It was read as \(day.words); check it.")
  }

  /// Whether the kind is a number, and then whether it may be a percentage.
  private static func isNumeric(_ kind: FieldKind) -> Bool? {
    switch kind {
    case .number, .whole: false
    case .share: true
    default: nil
    }
  }

  // MARK: dates and truth values

  /// "2010-01-15T00:00:00.000": the day is what stands before the T.
  private mutating func dateTime(_ cell: Cell, _ kind: FieldKind, _ dates: DateSystem) {
    let parts = cell.text.split(separator: "T", maxSplits: 1)
    guard let first = parts.first, let day = Day(text: String(first)),
      CellText.isNumeric(kind) == nil
    else { return refuse(cell.text, CellText.words(kind), "Type the value again.") }
    if case .financialYear = kind { return refuseDateForYear(cell.text, day) }
    let hasTime = (parts.dropFirst().first ?? "").utf8.contains {
      (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0)
    }
    if dates.isTimeOnly(day, hasTime: hasTime) {
      return refuse(cell.text, CellText.words(kind), "It is a time without a day; enter the day.")
    }
    text = day.description
    if hasTime { warn(cell.text, "a day without a time", "The time of day is left out.") }
  }

  /// Spreadsheet programs take "2005/06" for June 2005 when it is typed.
  private mutating func refuseDateForYear(_ found: String, _ day: Day) {
    let typed = FinancialYear(firstYear: day.year).flatMap { year in
      day.day == 1 && (year.firstYear + 1) % 100 == day.month ? year : nil
    }
    let words = typed ?? FinancialYear.of(day)
    refuse(
      found, "a financial year",
      "The spreadsheet program made a date of it. Format the cell as text and enter the year again"
        + (words.map { ", perhaps \($0)." } ?? "."))
  }

  private mutating func boolean(_ cell: Cell, _ kind: FieldKind) {
    guard CellText.takesWords(kind), cell.text == "0" || cell.text == "1" else {
      return refuse(
        cell.text == "0" ? "FALSE" : "TRUE", CellText.words(kind), "Enter the value itself.")
    }
    text = cell.text == "0" ? "FALSE" : "TRUE"
  }

  private static func takesWords(_ kind: FieldKind) -> Bool {
    switch kind {
    case .text, .choice: true
    default: false
    }
  }

  private static func words(_ kind: FieldKind) -> String {
    switch kind {
    case .number, .whole: "a number"
    case .share: "a percentage"
    case .day: "a date"
    case .financialYear: "a financial year"
    default: "text"
    }
  }
}
