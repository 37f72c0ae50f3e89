import Calculator
import Programme

/// The results that Concordat XML carries, by their names there.
enum ResultName: String, CaseIterable {
  case productiveHours, hourlyCost, gross, net, costs, benefits, netCashFlow, discountFactor
  case pvBenefits, pvCosts, npv, bcr, roi, irr

  /// The result of this name, of a benefit or in a year where it needs one.
  func figure(benefit: String?, year: Int?) -> Figure? {
    switch self {
    case .productiveHours: .productiveHours
    case .hourlyCost: benefit.map { .hourlyCost(benefit: $0) }
    case .gross: benefit.map { .gross(benefit: $0) }
    case .net:
      benefit.flatMap { benefit in year.map { .net(benefit: benefit, year: $0) } }
    case .costs: year.map { .flow(.costs, year: $0) }
    case .benefits: year.map { .flow(.benefits, year: $0) }
    case .netCashFlow: year.map { .flow(.net, year: $0) }
    case .discountFactor: year.map { .flow(.discountFactor, year: $0) }
    case .pvBenefits: .worth(.pvBenefits)
    case .pvCosts: .worth(.pvCosts)
    case .npv: .worth(.npv)
    case .bcr: .worth(.bcr)
    case .roi: .worth(.roi)
    case .irr: .worth(.irr)
    }
  }
}

/// One result as it is written.
struct ResultLine {
  var name: ResultName
  var benefit: String?
  var year: Int?
  var value: Exact

  /// The results of a register; what does not exist is left out.
  static func lines(_ figures: Figures<Exact>) -> [ResultLine] {
    let lines =
      [one(.productiveHours, figures.productiveHours.value)]
      + figures.benefits.flatMap(benefit)
      + years(.costs, figures.costTotal) + years(.benefits, figures.benefitTotal)
      + years(.netCashFlow, figures.netCashFlow)
      + years(.discountFactor, figures.discountFactors) + worth(figures.whole)
    return lines.compactMap(\.self).filter(\.value.isFinite)
  }

  private static func benefit(_ figures: BenefitFigures<Exact>) -> [ResultLine?] {
    [
      one(.hourlyCost, figures.hourlyCost.value, of: figures.id),
      one(.gross, figures.gross.value, of: figures.id),
    ] + years(.net, figures.net ?? [], of: figures.id)
  }

  private static func worth(_ view: ValueView<Exact>) -> [ResultLine?] {
    [
      one(.pvBenefits, view.pvBenefits), one(.pvCosts, view.pvCosts), one(.npv, view.npv),
      one(.bcr, view.bcr.value), one(.roi, view.roi.value),
      one(.irr, view.irr.value.map { Exact($0) }),
    ]
  }

  private static func one(
    _ name: ResultName, _ value: Exact?, of benefit: String? = nil
  ) -> ResultLine? {
    value.map { ResultLine(name: name, benefit: benefit, value: $0) }
  }

  private static func years(
    _ name: ResultName, _ values: [Exact], of benefit: String? = nil
  ) -> [ResultLine?] {
    values.enumerated().map {
      ResultLine(name: name, benefit: benefit, year: $0.offset, value: $0.element)
    }
  }

  /// What stands in the tag.
  var attributes: [(String, String)] {
    [("name", name.rawValue)] + (benefit.map { [("benefit", $0)] } ?? [])
      + (year.map { [("year", String($0))] } ?? [])
  }
}
