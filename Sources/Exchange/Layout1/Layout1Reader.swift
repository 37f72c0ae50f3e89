import Calculator
import Programme

/// Turns the rows of a workbook of layout 1 into a register, its problems and the results it carries.
final class Layout1Reader: WorkbookHandler {
  private(set) var problems = ProblemList()
  private var dates = DateSystem.from1900
  private var sheetName = ""
  private var sheet: Layout1Sheet?
  private var seen: Set<Layout1Sheet> = []

  private var labels = LabelSheets()
  private var results = ResultSheets()
  private let matches: HeadingMatches
  private var channelSheet = RecordSheet<ChannelCost<Exact>>("ChannelCosts", as: .channelCosts)
  private var benefitSheet = RecordSheet<Benefit>("Benefits", as: .benefits)
  private var criterionSheet = RecordSheet<CriterionRow>("Intangibles", as: .intangibles)
  private var costSheet = RecordSheet<Cost>("Costs", as: .costs)
  private var actualSheet = RecordSheet<Actual>("Actuals", as: .actuals)

  private var register = Register()
  private var benefitCount = 0
  private var criteria: [(row: CriterionRow, place: Problem.Place)] = []
  private(set) var places = PlaceIndex()
  private var carried = CarriedFigures()
  /// Reference and row of every benefit that was met, readable or not.
  private var benefitRows: [(reference: String, row: Int)] = []

  /// A reader that reads headings as they were matched before.
  init(_ matches: HeadingMatches = HeadingMatches()) { self.matches = matches }

  // MARK: workbook

  func datesCountFrom1904() { dates = .from1904 }

  func sheet(named name: String) {
    sheetName = name
    sheet = nil
    guard let known = Layout1Sheet(named: name) else { return skip(name) }
    guard seen.insert(known).inserted else {
      return known.isNamed(name) ? refuseSecond(name) : skip(name)
    }
    sheet = known
    begin(known, name)
  }

  private func begin(_ known: Layout1Sheet, _ name: String) {
    switch known {
    case .channelCosts: channelSheet = RecordSheet(name, as: known, matches)
    case .benefits: benefitSheet = RecordSheet(name, as: known, matches, keepsUnknown: true)
    case .intangibles: criterionSheet = RecordSheet(name, as: known, matches)
    case .costs: costSheet = RecordSheet(name, as: known, matches)
    case .actuals: actualSheet = RecordSheet(name, as: known, matches)
    default: break
    }
  }

  private func refuseSecond(_ name: String) {
    problems.add(
      Problem(
        .error, at: .cell(sheet: name, row: 1, column: 1, header: nil), subject: "Sheet",
        found: name, expected: "each sheet once",
        mend: "Remove or rename one of the sheets with this name."))
  }

  private func skip(_ name: String) {
    problems.add(
      Problem(
        .note, at: .cell(sheet: name, row: 1, column: 1, header: nil), subject: "Sheet",
        found: name, expected: "a sheet of layout 1", mend: "It is not read."))
  }

  func row(_ row: Row) {
    switch sheet {
    case .cover, .assumptions: labels.take(row, of: sheetName, dates, &problems)
    case .channelCosts: takeChannel(row)
    case .benefits: takeBenefit(row)
    case .intangibles: takeCriterion(row)
    case .costs: takeCost(row)
    case .actuals: takeActual(row)
    case .cashFlow: results.takeCashFlow(row, of: sheetName)
    case .summary: results.takeSummary(row, of: sheetName)
    case .lists, .cashView, nil: break
    }
  }

  // MARK: rows

  private func read<Item: SheetRecord>(
    _ entry: RecordSheet<Item>.Entry, _ sheet: RecordSheet<Item>
  ) -> Item? {
    let reading = Item.read(entry.texts)
    for problem in reading.problems { problems.add(sheet.located(problem, row: entry.row)) }
    return reading.value
  }

  private func takeChannel(_ row: Row) {
    guard let entry = channelSheet.take(row, dates, &problems),
      let channel = read(entry, channelSheet)
    else { return }
    register.channelCosts.append(channel)
  }

  private func takeBenefit(_ row: Row) {
    guard let entry = benefitSheet.take(row, dates, &problems) else { return }
    benefitCount += 1
    let reference = TrimmedText.of(entry.texts[.reference] ?? "")
    let benefit = read(entry, benefitSheet)
    // Beyond the most that a register holds, rows are still checked but no longer kept.
    guard benefitCount <= RecordLimit.benefitsInRegister else { return }
    benefitRows.append((reference, row.number))
    if !entry.results.isEmpty {
      carried.benefitRows.append(
        .init(benefit: reference, row: row.number, results: entry.results))
    }
    guard var benefit else { return }
    benefit.additional = entry.additional
    register.benefits.append(benefit)
  }

  private func takeCriterion(_ row: Row) {
    guard let entry = criterionSheet.take(row, dates, &problems),
      let criterion = read(entry, criterionSheet), keeps(criteria.count)
    else { return }
    criteria.append((criterion, criterionSheet.place(.benefitReference, row: row.number)))
  }

  private func takeCost(_ row: Row) {
    guard let entry = costSheet.take(row, dates, &problems), let cost = read(entry, costSheet),
      keeps(register.costs.count)
    else { return }
    places.note("Costs", cost.reference, at: costSheet.place(.reference, row: row.number))
    register.costs.append(cost)
  }

  private func takeActual(_ row: Row) {
    guard let entry = actualSheet.take(row, dates, &problems),
      let actual = read(entry, actualSheet), keeps(register.actuals.count)
    else { return }
    let place = actualSheet.place(.benefitReference, row: row.number)
    places.note("Actuals", actual.key, at: place)
    places.note("Actuals", actual.benefitReference, at: place)
    register.actuals.append(actual)
  }

  /// The most rows of a sheet other than Benefits that are kept.
  private static let rowsKept = 50_000

  private func keeps(_ count: Int) -> Bool {
    if count == Layout1Reader.rowsKept { tellExcess(sheetName, "rows", Layout1Reader.rowsKept) }
    return count < Layout1Reader.rowsKept
  }

  private func tellExcess(_ sheet: String, _ what: String, _ limit: Int, found: String = "more") {
    problems.add(
      Problem(
        .error, at: .cell(sheet: sheet, row: 1, column: 1, header: nil), subject: sheet,
        found: "\(found) \(what)", expected: "at most \(Shown.whole(limit)) \(what)",
        mend: "Split the register into several projects."))
  }

  // MARK: the whole

  func report(_ problem: SheetProblem) { problems.add(problem.problem) }

  /// The end of the file: what no single row could show.
  func finish() -> (register: Register?, carried: CarriedFigures) {
    requireSheets()
    if let cover = labels.cover(&problems) { register.cover = cover }
    if benefitCount > RecordLimit.benefitsInRegister {
      tellExcess(
        "Benefits", "benefits", RecordLimit.benefitsInRegister, found: String(benefitCount))
    }
    notePlaces()
    attachCriteria()
    for problem in register.problems where !isStrayOnlyHere(problem) {
      let isDuplicate = problem.expected == Register.duplicateExpectation
      problems.add(places.located(problem, isDuplicate: isDuplicate))
    }
    carried.sheet = benefitSheet.sheet
    carried.others = labels.carried + results.carried
    return (problems.hasErrors ? nil : register, carried)
  }

  /// Where references and channels stand, for what the whole register shows.
  private func notePlaces() {
    for (reference, row) in benefitRows {
      places.note("Benefits", reference, at: benefitSheet.place(.reference, row: row))
    }
    let rows = Dictionary(
      benefitRows.map { ($0.reference, $0.row) }, uniquingKeysWith: { first, _ in first })
    for benefit in register.benefits {
      for field in [Benefit.Field.fromChannel, .toChannel] where !benefit.text(field).isEmpty {
        places.note(
          "Benefit \(benefit.reference)", benefit.text(field),
          at: benefitSheet.place(field, row: rows[benefit.reference] ?? 1))
      }
    }
  }

  private func requireSheets() {
    if labels.layout == nil {
      problems.add(
        Problem(
          seen.contains(.benefits) ? .warning : .error, at: .file, subject: "Layout", found: "",
          expected: "a sheet Cover that says layout 1",
          mend: "The file is read as layout 1; add the sheet if that is what it is."))
    }
    guard seen.contains(.benefits) else {
      return problems.add(
        Problem(
          .error, at: .file, subject: "Benefits", found: "", expected: "a sheet Benefits",
          mend: "Choose a calculator workbook, or name its sheet of benefits so."))
    }
    benefitSheet.giveUp(&problems)
    if seen.contains(.channelCosts) { channelSheet.giveUp(&problems) }
    if seen.contains(.intangibles) { criterionSheet.giveUp(&problems) }
    if seen.contains(.costs) { costSheet.giveUp(&problems) }
    if seen.contains(.actuals) { actualSheet.giveUp(&problems) }
  }

  /// The headings of every sheet of records that the file has, once it was read.
  var headings: [SheetHeadings] {
    [
      SheetHeadings(benefitSheet), SheetHeadings(channelSheet), SheetHeadings(criterionSheet),
      SheetHeadings(costSheet), SheetHeadings(actualSheet),
    ].compactMap(\.self)
  }

  private func attachCriteria() {
    var index: [String: Int] = [:]
    for (number, benefit) in register.benefits.enumerated() {
      index[benefit.reference.lowercased()] = number
    }
    for (row, place) in criteria {
      if let number = index[row.benefitReference.lowercased()] {
        register.benefits[number].criteria.append(row.criterion)
      } else if !benefitSheet.isMissingColumns, !places.knows("Benefits", row.benefitReference) {
        problems.add(
          Problem(
            .error, at: place, subject: "Intangibles", found: row.benefitReference,
            expected: "the reference of a benefit in the register",
            mend: "Correct the reference, or add the benefit."))
      }
    }
  }

  /// A row about a benefit that stands in the file but could not be read is no second problem.
  private func isStrayOnlyHere(_ problem: Problem) -> Bool {
    guard problem.subject == "Actuals", problem.expected != Register.duplicateExpectation
    else { return false }
    return benefitSheet.isMissingColumns || places.knows("Benefits", problem.found)
  }
}
