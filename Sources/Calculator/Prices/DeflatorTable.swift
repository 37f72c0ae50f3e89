/// An index of prices by financial year, with its vintage: who published it, and when.
public struct DeflatorTable<N: Number>: Sendable, Hashable {
  /// What it is called: "GDP deflator at market prices".
  public var name: String
  /// Where it comes from.
  public var source: String
  /// When it was published, as its source says it.
  public var published: String
  /// The index by the calendar year in which a financial year begins: 2005 is 2005/06.
  public var indexes: [Int: N]

  /// A table with its vintage.
  public init(name: String, source: String, published: String, indexes: [Int: N]) {
    self.name = name
    self.source = source
    self.published = published
    self.indexes = indexes
  }

  /// Its name, source and date of publication in one line.
  public var vintage: String {
    [name, source, published].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The last year that has an index; nil for an empty table.
  public var lastYear: Int? { indexes.keys.max() }

  /// A sum at the prices of one year, at those of another: the sum × the index of the other ÷ the
  /// index of the one. Undefined where a year has no index.
  public func converted(_ amount: N, fromPricesOf year: Int, to other: Int) -> Outcome<N> {
    Outcome { () throws(Undefined) in
      try (amount * index(ofYear: other) / index(ofYear: year)).checked()
    }
  }

  /// The index of a year. After the last one the growth of the last year goes on; a year before
  /// the first, or in a gap, has none.
  func index(ofYear year: Int) throws(Undefined) -> N {
    guard Limit.calendarYears.contains(year) else {
      throw Undefined(because: "\(year) is no year of a deflator")
    }
    if let index = indexes[year] { return try positive(index, in: year) }
    guard let last = lastYear, Limit.calendarYears.contains(last), year > last,
      let end = indexes[last], let before = indexes[last - 1]
    else { throw Undefined(because: "the deflator has no index for \(Self.name(ofYear: year))") }
    let growth = try positive(end, in: last) / positive(before, in: last - 1)
    return try (end * growth.power(year - last)).checked()
  }

  /// What a pound of each year is at the prices of the base year.
  func factors(baseYear: Int, horizon: Int) throws(Undefined) -> [N] {
    let base = try index(ofYear: baseYear)
    return try (baseYear...(baseYear + horizon)).map { year throws(Undefined) in
      try (base / index(ofYear: year)).checked()
    }
  }

  private func positive(_ index: N, in year: Int) throws(Undefined) -> N {
    guard index > .zero, index.isFinite else {
      throw Undefined(because: "the index of \(Self.name(ofYear: year)) is not above 0")
    }
    return index
  }

  /// "2005/06", for a year within the limits.
  static func name(ofYear year: Int) -> String {
    let end = String((year + 1) % 100)
    return "\(year)/" + (end.utf8.count == 1 ? "0" + end : end)
  }
}
