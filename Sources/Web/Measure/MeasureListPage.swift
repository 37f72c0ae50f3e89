import Calculator
import Programme
import Store

/// What is measured of a benefit: its money first, then each measure with how it stands.
struct MeasureListPage: Page {
  static let template = "measure/list"

  let title = "Measures"
  /// "B001 Fewer face-to-face visits".
  let benefit: Link
  let sections: [SectionLink]
  /// Where a measure is added; nil for those who may not.
  let addHref: String?
  let rows: [Row]
  /// The rule of the colours.
  let rule: String
  let exports: [Link]
  let area: Area? = .benefits
  let trail: [Link]
  let isWide = true

  /// One series.
  struct Row: Part {
    let name: Link
    /// "calls, every month".
    let about: String
    let isWithdrawn: Bool
    /// The places of the drawing's points; nil for fewer than two.
    let line: String?
    let actual: String
    /// "as at June 2010".
    let asAt: String?
    let variance: String
    let verdict: Tag?
    let outlook: String
  }
}

extension MeasureListPage {
  /// Everything that is measured of a benefit.
  init(_ measured: BenefitSeries, viewer: Viewer) {
    let place = MeasurePlace(measured.benefit)
    let stored = measured.benefit.stored
    benefit = Link(place.title, "/benefits/\(measured.benefit.id)")
    sections = BenefitSection.links(of: measured.benefit.id, showing: .measures)
    addHref = viewer.mayChange(recordsOf: stored.organisation) ? "\(place.list)/new" : nil
    rows = measured.all.map(Row.init)
    rule = MeasureWords.rule
    exports = Link.exports(place.list) { $0 }
    trail = BenefitDetailPage.trail(of: measured.benefit, itself: true)
  }
}

extension BenefitSeries {
  /// The money, then every measure.
  var all: [StoredSeries] { [self[nil]] + measures.map { self[$0] } }
}

extension MeasureListPage.Row {
  init(_ stored: StoredSeries) {
    let measure = stored.definition
    let whole = stored.series.whole
    name = Link(measure.name, MeasurePlace(stored).path)
    let every = stored.measure.map { ", every \(MeasureWords.words($0.measure.frequency))" }
    about = MeasureWords.unit(of: measure) + (every ?? "")
    isWithdrawn = stored.measure?.isWithdrawn == true
    line = Sparkline.points(stored.series.values.compactMap { $0.actual?.double })
    actual = MeasureWords.value(whole.actual, of: measure)
    asAt = whole.asAt.map { "as at \($0.words)" }
    variance = MeasureWords.variance(whole, of: measure)
    verdict = Verdict(whole, better: measure.direction).map { Tag($0) }
    outlook = MeasureWords.value(whole.outlook, of: measure)
  }
}

/// The course of values in the space of a word.
enum Sparkline {
  /// The places of the values in a drawing of 120 by 28; nil for fewer than two.
  static func points(_ values: [Double]) -> String? {
    guard values.count > 1 else { return nil }
    let scale = ChartScale(values, top: 3, height: 22)
    let step = 114 / Double(values.count - 1)
    return values.enumerated().map { place, value in
      "\(ChartScale.text(3 + Double(place) * step)),\(ChartScale.text(scale.y(value)))"
    }.joined(separator: " ")
  }
}
