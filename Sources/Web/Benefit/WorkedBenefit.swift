import Calculator
import Programme
import Store

/// One benefit with its figures worked out from the assumptions of its register.
struct WorkedBenefit: Sendable {
  let benefit: Benefit
  private let baseYear: FinancialYear?
  private let figures: Figures<Exact>

  init(_ benefit: Benefit, in stored: StoredRegister) {
    self.init(benefit, cover: stored.cover, channelCosts: stored.channelCosts)
  }

  init(_ benefit: Benefit, cover: Cover, channelCosts: [ChannelCost<Exact>]) {
    var register = Register()
    register.cover = cover
    register.channelCosts = channelCosts
    register.benefits = [benefit]
    self.benefit = benefit
    baseYear = cover.baseYear
    figures = calculate(register.appraisal())
  }

  private var own: BenefitFigures<Exact>? { figures.benefits.first }

  /// The weighted score.
  var score: Outcome<Score<Exact>> { own?.score ?? .undefined(because: "there is none") }

  /// The figures to show first, each with the way to how it came about.
  var shownFigures: [Figure] {
    guard let own, let net = own.net, let cashable = own.cashable, let gross = own.gross.value
    else { return scoreFigure }
    let span = "over \(Shown.count(net.count, "year"))"
    let working = Link("How this came about", "#working")
    var shown = [
      Figure("Gross, £ a year", Shown.bare(gross), working: working),
      Figure(
        "Net \(span), £", Shown.bare(sum(net)), note: "after ramp, shares and bias",
        working: working),
    ]
    if own.isTransfer {
      let words = "the value reaches others and is in no total of the council"
      shown.append(Figure("Cashable", "none", note: words))
    } else {
      let share = Shown.percentage(own.cashShare)
      shown.append(
        Figure("Cashable \(span), £", Shown.bare(sum(cashable)), note: "\(share) of the net"))
    }
    return shown
  }

  /// Why there is no money; nil when there is some.
  var noMoney: String? {
    guard own?.net == nil else { return nil }
    if benefit.inputs.method == .score { return "A scored benefit has no money." }
    return "Undefined, because \(own?.gross.reason ?? "it cannot be worked out")."
  }

  /// Money by year.
  var money: YearTable? {
    guard let own, let net = own.net, let cashable = own.cashable,
      let other = own.nonCashable
    else { return nil }
    func row(_ label: String, _ values: [Exact], isSum: Bool = false) -> YearTable.Row {
      YearTable.Row(
        label, values.map { Shown.bare($0) }, total: Shown.bare(sum(values)), isSum: isSum)
    }
    let years = net.indices.map { FinancialYear.words($0, from: baseYear) }
    let rows =
      own.isTransfer
      ? [row("Goes to others", net, isSum: true)]
      : [
        row("Cashable", cashable), row("Non-cashable", other), row("Net benefit", net, isSum: true),
      ]
    return YearTable(caption: "Pounds by year", years: years, rows: rows)
  }

  /// How every figure came about: the whole first, then each year's cashable part.
  var workings: [WorkingPart] {
    let whole = figures.working(ofBenefit: benefit.reference).map {
      WorkingPart($0, id: "working")
    }
    let years = own?.cashShare == .zero ? [] : figures.years
    let cashable = years.compactMap { year in
      figures.working(ofCashable: benefit.reference, inYear: year).map {
        WorkingPart($0, id: "working-cashable-\(year)")
      }
    }
    let hours =
      benefit.inputs.method == .time
      ? [WorkingPart(figures.workingOfProductiveHours(), id: "working-hours")] : []
    return [whole].compactMap { $0 } + cashable + hours
  }

  private var scoreFigure: [Figure] {
    guard let score = own?.score.value else { return [] }
    let shown = "\(Shown.decimal(score.value, places: 2)) out of 10"
    return [
      Figure(
        "Score", shown, note: score.words, working: Link("How this came about", "#working"))
    ]
  }

  private func sum(_ values: [Exact]) -> Exact { values.reduce(.zero, +) }
}

extension WorkedBenefit {
  /// From gross to net in the year that brings most; nil without money.
  var waterfall: Waterfall? {
    guard let own, let net = own.net, let gross = own.gross.value,
      let year = net.indices.max(by: { net[$0].magnitude < net[$1].magnitude }),
      net[year] != .zero,
      let working = figures.working(ofBenefit: benefit.reference, inYear: year)
    else { return nil }
    let shares = Dictionary(
      working.inputs.map { ($0.name, Exact(text: $0.value) ?? .zero) }, uniquingKeysWith: { $1 })
    func share(_ name: String) -> Exact { shares[name] ?? .zero }
    var level = gross
    var steps = [Waterfall.Step(label: "Gross", level: gross, isLevel: true)]
    func step(_ label: String, to factor: Exact) {
      guard factor != .one else { return }
      level = level * factor
      steps.append(Waterfall.Step(label: label, level: level, isLevel: false))
    }
    step("Ramp", to: share("ramp share"))
    step("Drop-off", to: kept(share("drop-off"), years: share("years since the first")))
    step("Deadweight", to: .one - share("deadweight"))
    step("Not claimed", to: share("claim share"))
    let bias = share("optimism bias")
    step("Optimism bias", to: gross < .zero ? .one + bias : .one - bias)
    steps.append(Waterfall.Step(label: "Net", level: net[year], isLevel: true))
    let name = FinancialYear.words(year, from: baseYear)
    return Waterfall(id: "chart-waterfall", title: "From gross to net in \(name), £", steps: steps)
  }

  private func kept(_ dropOff: Exact, years: Exact) -> Exact {
    let count = figures.years.first { Exact($0) == years } ?? 0
    return (0..<count).reduce(Exact.one) { kept, _ in kept * (.one - dropOff) }
  }
}

extension FinancialYear {
  /// "2010/11", or "Year 1" where the base year is not known.
  static func words(_ offset: Int, from base: FinancialYear?) -> String {
    base?.advanced(by: offset)?.description ?? "Year \(offset)"
  }
}
