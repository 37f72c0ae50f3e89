import Calculator
import Exchange
import Programme
import Store

extension ImportCheckPage {
  /// The dry run of a file; `obstacle` says why it was not applied when somebody tried.
  init(_ check: ImportCheck, obstacle: String? = nil) {
    let address = "/imports/\(check.run.id)"
    let difference = check.difference
    file = check.run.fileName
    council = check.run.councilName
    figures = difference.map(ImportCheckPage.figures) ?? []
    blocked = obstacle ?? ImportCheckPage.blocked(check)
    let changes = (difference?.count(.added) ?? 0) + (difference?.count(.changed) ?? 0)
    confirm =
      changes == 0
      ? nil
      : Confirmation(
        action: address + "/confirm", button: ImportCheckPage.button(difference))
    discardAction = nil
    faults = check.problems.map(Fault.init)
    groups = ImportCheckPage.groups(difference?.rows ?? [])
    carried = check.carried.map(Carried.init)
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
    guard let difference = check.difference else {
      let errors = check.problems.count { $0.severity == .error }
      return "\(Shown.count(errors, "error")) must be mended in the file first."
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
      return Group(
        heading: "\(part): \(counts.joined(separator: ", "))",
        note: isNew ? "Added rows are drafts of your council." : nil, isOpen: rows.count <= 20,
        rows: own.map(Row.init))
    }
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
    carried = Self.shown(difference.carried)
    ours = Self.shown(difference.recomputed)
    let gap = Exact(text: difference.recomputed).flatMap { ours in
      Exact(text: difference.carried).map { ours - $0 }
    }
    self.difference = [gap.map { Shown.quantity($0.rounded(places: 6)) }, difference.reason]
      .compactMap { $0 }.joined(separator: ". ")
  }

  private static func shown(_ text: String) -> String {
    Exact(text: text).map { Shown.quantity($0.rounded(places: 6)) } ?? Shown.words(text)
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
    case .worth(let worth): ("Cash flow", "\(worth)")
    case .summary(let dimension, let label, let year):
      ("Summary", "\(dimension.rawValue) \(label) in year \(year)")
    }
  }
}
