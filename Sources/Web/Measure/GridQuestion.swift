import Calculator
import Programme
import Store

/// Which periods of a series are asked for: how fine, from which year on, how many years.
struct GridQuestion: Sendable {
  /// How fine the periods are.
  let by: Frequency
  /// The first financial year.
  let from: FinancialYear
  /// How many years.
  let years: Int

  /// How many years may be asked for.
  static let choices = [1, 2, 3, 5, 10]
  /// The most rows of a grid that can be typed into.
  static let rowLimit = 60

  /// Reads the question of an address; what it leaves open follows from the series. `today` is the
  /// year to begin with where nothing is known.
  init(_ query: Submission, of series: StoredSeries, today: FinancialYear) throws(Refusal) {
    var reader = QueryReader(query)
    let by = reader.read("by", "Month, Quarter or Year") { Frequency(rawValue: $0) }
    let from = reader.read("from", "a financial year") { FinancialYear(text: $0) }
    let years = reader.read("years", "a number of years from 1 to 10") {
      NumberText.whole($0).flatMap { (1...10).contains($0) ? $0 : nil }
    }
    try reader.finish()
    let fineness = GridQuestion.offered(series)
    let chosen = by.flatMap { fineness.contains($0) ? $0 : nil }
    self.by = chosen ?? GridQuestion.usual(series)
    let most = max(1, GridQuestion.rowLimit / self.by.parts.count)
    self.years = min(years ?? GridQuestion.usualYears(self.by), most)
    self.from = from ?? GridQuestion.start(of: series, years: self.years, today: today)
  }

  /// How fine a series may be shown: its money as one likes, a measure as it is measured or coarser.
  static func offered(_ series: StoredSeries) -> [Frequency] {
    guard let measure = series.measure?.measure else { return Frequency.allCases }
    return Frequency.allCases.filter { $0.monthCount >= measure.frequency.monthCount }
  }

  /// Money is shown as finely as it was recorded.
  private static func usual(_ series: StoredSeries) -> Frequency {
    if let measure = series.measure?.measure { return measure.frequency }
    let recorded = Set(series.rows.filter { !$0.noun.isEmpty }.map(\.noun.span.part.frequency))
    return Frequency.allCases.first(where: recorded.contains) ?? .year
  }

  private static func usualYears(_ by: Frequency) -> Int {
    switch by {
    case .month: 2
    case .quarter: 3
    case .year: 6
    }
  }

  /// So that the latest actual stands in sight, and nothing before the first value.
  private static func start(
    of series: StoredSeries, years: Int, today: FinancialYear
  ) -> FinancialYear {
    let told = series.series
    let anchor =
      told.values.last { $0.actual != nil }?.span.year ?? told.years.first ?? series.baseYear
      ?? today
    let back = anchor.advanced(by: 1 - years) ?? anchor
    return max(back, told.years.first ?? anchor)
  }

  /// The periods, in order.
  var spans: [PeriodSpan] { by.spans(in: from.following(years)) }

  /// The address that asks the same at a path.
  func address(_ path: String) -> Address {
    Address(path).with("by", by.rawValue).with("from", from.description)
      .with("years", String(years))
  }

  /// The fields of the form that asks another question.
  func fields(of series: StoredSeries) -> [FormField] {
    let offered = GridQuestion.offered(series)
    let counts = GridQuestion.choices.filter { $0 * by.parts.count <= GridQuestion.rowLimit }
    let sizes = offered.map { Choice($0.rawValue, $0.rawValue, isChosen: $0 == by) }
    let starts = self.starts(around: series).map {
      Choice($0.description, $0.description, isChosen: $0 == from)
    }
    let lengths = Set(counts + [years]).sorted().map {
      Choice(String($0), String($0), isChosen: $0 == years)
    }
    return [
      FormField("by", "Show by", .select(sizes)), FormField("from", "From", .select(starts)),
      FormField("years", "Years", .select(lengths)),
    ]
  }

  /// The years that values may be of, and the one that is shown.
  private func starts(around series: StoredSeries) -> [FinancialYear] {
    let bounds = PeriodBounds(around: series.baseYear ?? from)
    let all = bounds.first.following(bounds.last.years(since: bounds.first) + 1)
    return bounds.contains(from) ? all : (all + [from]).sorted()
  }
}
