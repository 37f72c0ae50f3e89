import Programme
import Store

/// Where a page about a benefit's measures stands: its addresses, and the way back up.
struct MeasurePlace: Sendable {
  /// "B001 Calls answered", or the benefit alone.
  let title: String
  /// The address of the benefit's measures.
  let list: String
  /// The address of the series; that of the list where there is none yet.
  let path: String
  let trail: [Link]
}

extension MeasurePlace {
  /// The place of all measures of a benefit.
  init(_ benefit: StoredBenefit) {
    title = "\(benefit.benefit.reference) \(benefit.benefit.title)"
    list = "/benefits/\(benefit.id)/measures"
    path = list
    trail = BenefitDetailPage.trail(of: benefit, itself: true) + [Link("Measures", list)]
  }

  /// The place of one series.
  init(_ series: StoredSeries) {
    let all = MeasurePlace(series.benefit)
    title = "\(series.benefit.benefit.reference) \(series.definition.name)"
    list = all.list
    path = "\(all.list)/\(series.measure?.id.description ?? "money")"
    trail = all.trail
  }

  static let sample = MeasurePlace(
    title: "B001 Calls answered", list: "/benefits/1/measures", path: "/benefits/1/measures/2",
    trail: [Link("Benefits", "/benefits"), Link("Measures", "/benefits/1/measures")])
}
