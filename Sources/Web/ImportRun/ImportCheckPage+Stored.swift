import Calculator
import Exchange
import Programme
import Store

extension ImportCheckPage {
  /// The dry run of a file; `obstacle` says why it was not applied when somebody tried, and `isSent`
  /// that somebody tried without saying yes to what would be lost.
  init(_ check: ImportCheck, obstacle: String? = nil, isSent: Bool = false) {
    let address = "/imports/\(check.run.id)"
    let difference = check.difference
    file = check.run.fileName
    council = check.run.councilName
    figures = difference.map(ImportCheckPage.figures) ?? []
    blocked = obstacle ?? ImportCheckPage.blocked(check)
    let changes = (difference?.count(.added) ?? 0) + (difference?.count(.changed) ?? 0)
    let confirmation =
      changes == 0 || !check.obstacles.isEmpty
      ? nil
      : Confirmation(
        action: address + "/confirm", button: ImportCheckPage.button(difference),
        fingerprint: check.fingerprint)
    confirm = check.lost.isEmpty ? confirmation : nil
    without =
      check.lost.isEmpty
      ? nil : confirmation.map { Without($0, check.lost, isMissing: isSent) }
    problems = without?.error.map { [PageProblem($0.text, at: Without.field)] } ?? []
    match =
      ImportColumnsPage.needed(check.headings) == nil && without == nil
      ? nil : Link("Match columns", address + "/columns")
    caution = check.problems.first(where: \.isAboutCouncil).map {
      "The file says that it is of \($0.found), and it would go into the register of "
        + "\($0.expected). \($0.mend)"
    }
    columns = Columns(check.headings, address: address)
    faults = Faults(check.problems)
    recheckAction = obstacle == nil && check.obstacles.isEmpty ? nil : address + "/check"
    discardAction = address + "/discard"
    groups = ImportCheckPage.groups(difference?.rows ?? [])
    carried = check.carried.map(Carried.init)
    carriedCount = Shown.count(check.carried.count, "figure")
    unchanged =
      difference.map {
        "\(Shown.count($0.unchangedCount, "row is", "rows are")) unchanged."
      } ?? ""
  }

  private static func figures(_ difference: RegisterDifference) -> [Figure] {
    func shown(_ count: Int) -> String { Shown.quantity(Exact(count)) }
    return [
      Figure("Added", shown(difference.count(.added))),
      Figure("Changed", shown(difference.count(.changed))),
      Figure("Unchanged", shown(difference.unchangedCount)),
      Figure("Missing from the file", shown(difference.count(.missing)), note: "stay as they are"),
    ]
  }

  private static func blocked(_ check: ImportCheck) -> String? {
    if let needed = ImportColumnsPage.needed(check.headings) {
      return "No column is known to hold: \(needed). If the file has it under another heading, "
        + "say which."
    }
    guard let difference = check.difference else {
      let errors = check.problems.count { $0.severity == .error }
      return "\(Shown.count(errors, "error")) must be mended in the file first."
    }
    if !check.obstacles.isEmpty {
      return "\(Shown.count(check.obstacles.count, "row")) cannot stand beside what is recorded. "
        + "Each is listed below with what to do."
    }
    return difference.isEmpty
      ? "The file holds exactly what is stored: there is nothing to import." : nil
  }

  private static func button(_ difference: RegisterDifference?) -> String {
    let added = difference?.count(.added) ?? 0
    let changed = difference?.count(.changed) ?? 0
    let parts = [
      added > 0 ? "\(Shown.quantity(Exact(added))) new" : nil,
      changed > 0 ? "\(Shown.quantity(Exact(changed))) changed" : nil,
    ].compactMap { $0 }.joined(separator: " and ")
    return "Import \(parts) \(added + changed == 1 ? "row" : "rows")"
  }

  private static func groups(_ rows: [RegisterDifference.Row]) -> [Group] {
    var parts: [String] = []
    for row in rows where !parts.contains(row.part) { parts.append(row.part) }
    return parts.map { part in
      let own = rows.filter { $0.part == part }
      let counts = RegisterDifference.Kind.allCases.compactMap { kind in
        let count = own.count { $0.kind == kind }
        return count == 0 ? nil : "\(Shown.quantity(Exact(count))) \(kind.rawValue)"
      }
      let isNew = part == "Benefits" && own.contains { $0.kind == .added }
      let notes = [
        isNew ? "Added rows are drafts of your council." : nil,
        own.count > rowsListed
          ? "The first \(Shown.quantity(Exact(rowsListed))) are listed." : nil,
      ].compactMap(\.self)
      return Group(
        heading: "\(part): \(counts.joined(separator: ", "))",
        note: notes.isEmpty ? nil : notes.joined(separator: " "), isOpen: rows.count <= 20,
        rows: own.prefix(rowsListed).map(Row.init))
    }
  }

  /// The most rows of one part that the page lists; a register may have ten thousand values.
  private static let rowsListed = 500
}

extension ImportCheckPage.Without {
  fileprivate init(
    _ confirm: ImportCheckPage.Confirmation, _ lost: LostFields, isMissing: Bool
  ) {
    let refusal = "Match the columns, or tick the box to import without \(lost.names)"
    words =
      "\(lost.words): no column is known to hold that. If the file has it under another heading, "
      + "say which."
    label = "Import without \(lost.names)"
    error = isMissing ? Message(id: "\(Self.field)-error", text: refusal) : nil
    (action, button, fingerprint) = (confirm.action, confirm.button, confirm.fingerprint)
  }
}

extension ImportCheckPage.Row {
  fileprivate init(_ row: RegisterDifference.Row) {
    reference = row.reference
    switch row.kind {
    case .added: kind = Tag("Added", .green)
    case .changed: kind = Tag("Changed", .blue)
    case .missing: kind = Tag("Missing", .grey)
    }
    changes =
      row.kind != .changed
      ? []
      : row.changes.map { change in
        let field = row.part == "Benefits" ? Benefit.Field(rawValue: change.field) : nil
        return ChangeLine(
          label: change.label, before: BenefitWords.value(change.before, of: field),
          after: BenefitWords.value(change.after, of: field))
      }
  }
}

extension ImportCheckPage.Carried {
  fileprivate init(_ difference: FigureComparison.Difference) {
    let name = difference.figure.name
    reference = name.reference
    what = name.what
    let places = difference.figure.places
    carried = Self.shown(difference.carried, places)
    ours = Self.shown(difference.recomputed, places)
    let gap = Exact(text: difference.recomputed).flatMap { ours in
      Exact(text: difference.carried).map { ours - $0 }
    }
    self.difference = gap.map { Shown.decimal($0, places: places) } ?? "none"
    why = difference.reason
  }

  private static func shown(_ text: String, _ places: Int) -> String {
    Exact(text: text).map { Shown.decimal($0, places: places) } ?? Shown.words(text)
  }
}

extension Exchange.Figure {
  /// What it is called on a page: the row it belongs to and the figure.
  fileprivate var name: (reference: String, what: String) {
    switch self {
    case .productiveHours: ("Assumptions", "Productive hours")
    case .hourlyCost(let benefit): (benefit, "Hourly cost")
    case .gross(let benefit): (benefit, "Gross a year")
    case .net(let benefit, let year): (benefit, "Net in year \(year)")
    case .flow(let flow, let year): ("Cash flow", "\(flow.rawValue) in year \(year)")
    case .worth(let worth): ("Cash flow", Self.name(of: worth))
    case .summary(let dimension, let label, let year):
      ("Summary", "\(PivotAxis.dimension(dimension).label): \(label), in year \(year)")
    }
  }

  private static func name(of worth: Worth) -> String {
    switch worth {
    case .pvBenefits: "Present value of benefits"
    case .pvCosts: "Present value of costs"
    case .npv: "Net present value"
    case .bcr: "Benefit-cost ratio"
    case .roi: "Return on investment"
    case .payback: "Payback, years"
    case .discountedPayback: "Discounted payback, years"
    case .sustainedPayback: "Sustained payback, years"
    case .equivalentAnnualCost: "Equivalent annual cost"
    case .irr: "Internal rate of return"
    }
  }

  /// The places it is shown with: pounds and pence, or what tells ratios apart.
  fileprivate var places: Int {
    switch self {
    case .worth(.bcr), .worth(.roi), .worth(.irr), .flow(.discountFactor, _): 4
    default: 2
    }
  }
}
