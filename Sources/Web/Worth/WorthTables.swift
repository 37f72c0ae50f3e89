import Calculator
import Programme

/// Makes the rows of a standing; what rests on costs that are hidden is withheld.
struct WorthTables {
  let standing: Standing<Exact>
  /// Said where costs decide a figure and none is seen; nil when they are seen.
  let withheld: String?

  /// The cash view, the whole view, and what reaches others.
  var sections: [WorthSection] {
    [
      WorthSection(
        heading: "Cash view", rows: [line("Cashable benefits", standing.cashable)] + tail(.cash)),
      WorthSection(
        heading: "Whole view",
        rows: [
          line("Cashable benefits", standing.cashable),
          line("Non-cashable benefits", standing.nonCashable),
        ] + tail(.whole)),
      WorthSection(
        heading: "In neither view",
        rows: [line("Value that goes to others", standing.transfers)]),
    ]
  }

  private func line(_ label: String, _ line: LineStanding<Exact>) -> WorthRow {
    WorthRow(
      label, Shown.bare(line.planned), Shown.bare(line.plannedToDate),
      line.isKnown ? Shown.bare(line.actualToDate) : Shown.unknown, Shown.bare(line.outlook))
  }

  private func tail(_ view: View) -> [WorthRow] {
    if let withheld { return [WorthRow("Costs and net", withheld, "", "", withheld)] }
    return [line("Costs", standing.costs), net(view)]
      + [Worth.npv, .bcr, .payback].map { worth in
        WorthRow(
          worth.label.capitalizedAtStart, WorthTables.shown(worth, in: view, of: standing.planned),
          "", "",
          WorthTables.shown(worth, in: view, of: standing.outlook))
      }
  }

  private func net(_ view: View) -> WorthRow {
    func sum(_ part: KeyPath<LineStanding<Exact>, Exact>) -> Exact {
      let benefits =
        standing.cashable[keyPath: part]
        + (view == .cash ? .zero : standing.nonCashable[keyPath: part])
      return benefits - standing.costs[keyPath: part]
    }
    return WorthRow(
      "Net", Shown.bare(sum(\.planned)), Shown.bare(sum(\.plannedToDate)),
      Shown.bare(standing.netToDate(in: view).value), Shown.bare(sum(\.outlook)), isSum: true)
  }

  /// A result as it is shown: a value, or why there is none.
  static func shown(_ worth: Worth, in view: View, of views: StandingViews<Exact>) -> String {
    switch views.outcome(of: worth, in: view) {
    case .value(let value): WorkedFigures.shown(value, of: worth)
    case .undefined(let reason): "undefined, because \(reason)"
    }
  }

  /// The outlook by year, with the running net of plan and outlook.
  func years(_ view: View, names: [String]) -> YearTable? {
    guard withheld == nil else { return nil }
    let views = (standing.planned(view), standing.outlook(view))
    let nonCashable = view == .cash ? [] : [row("Non-cashable benefits", standing.nonCashable)]
    return YearTable(
      caption: "\(view == .cash ? "Cash" : "Whole") view by year: the outlook, in pounds",
      years: names,
      rows: [row("Cashable benefits", standing.cashable)] + nonCashable + [
        row("Costs", standing.costs),
        YearTable.Row(
          "Net", views.1.net.map { Shown.bare($0) },
          total: Shown.bare(views.1.net.reduce(.zero, +)), isSum: true),
        running("Running net, outlook", views.1.net), running("Running net, plan", views.0.net),
      ])
  }

  private func row(_ label: String, _ line: LineStanding<Exact>) -> YearTable.Row {
    YearTable.Row(
      label, line.outlookByYear.map { Shown.bare($0) }, total: Shown.bare(line.outlook))
  }

  private func running(_ label: String, _ net: [Exact]) -> YearTable.Row {
    let sums = WorthTables.running(net)
    return YearTable.Row(label, sums.map { Shown.bare($0) }, total: Shown.bare(sums.last))
  }

  /// Each year with all before it.
  static func running(_ flows: [Exact]) -> [Exact] {
    var sum = Exact.zero
    return flows.map {
      sum = sum + $0
      return sum
    }
  }

  /// The running net of plan and outlook in the cash view.
  func chart(names: [String]) -> RunningChart? {
    guard withheld == nil else { return nil }
    return RunningChart(
      id: "chart-running", title: "Running net, cash view", years: names,
      plan: WorthTables.running(standing.planned.cash.net),
      outlook: WorthTables.running(standing.outlook.cash.net), asAt: standing.asAt)
  }

  /// What to lead with: the cash view.
  var leading: [Figure] {
    let label = "cash view"
    guard withheld == nil else {
      return [
        Figure(
          "Cashable benefits to date",
          standing.cashable.isKnown ? Shown.money(standing.cashable.actualToDate) : Shown.unknown),
        Figure("Net present value, \(label)", "not known", note: withheld),
      ]
    }
    let outlook = standing.outlook
    func shown(_ worth: Worth) -> String { WorthTables.shown(worth, in: .cash, of: outlook) }
    return [
      Figure(
        "Net to date, \(label)", Shown.money(orUnknown: standing.netToDate(in: .cash).value),
        note: standing.netToDate(in: .cash).reason),
      Figure(
        "Net present value, \(label)", shown(.npv),
        note: "outlook; planned "
          + WorthTables.shown(.npv, in: .cash, of: standing.planned)),
      Figure(
        "Benefit-cost ratio, \(label)", shown(.bcr),
        note: outlook.cash.bcr.value.map {
          "outlook: \(ValueBand(ratio: $0).words) value for money"
        }),
      Figure("Payback, \(label)", shown(.payback), note: "outlook"),
    ]
  }
}
