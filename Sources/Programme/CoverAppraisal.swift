import Calculator

/// The index of a deflator in one financial year: "2005/06 91.031".
public struct DeflatorIndex: Hashable, Sendable, CustomStringConvertible {
  /// The financial year.
  public var year: FinancialYear
  /// The index, above 0.
  public var index: Exact

  /// An index.
  public init(year: FinancialYear, index: Exact) {
    self.year = year
    self.index = index
  }

  /// Reads "2005/06 91.031"; nil for anything else.
  public init?(text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    guard words.count == 2, let year = FinancialYear(text: String(words[0])),
      let index = NumberText.read(String(words[1])), index > .zero,
      index <= RecordLimit.inputMagnitude
    else { return nil }
    self.init(year: year, index: index)
  }

  /// "2005/06 91.031".
  public var description: String { "\(year) \(index.text)" }
}

extension Cover {
  /// Money and rate as the calculator takes them. Where nobody said what a flat rate is, it is taken
  /// to be as the money; the published rates are real.
  public func prices(at schedule: ScheduleChoice) -> Prices<Exact> {
    let table = DeflatorTable(
      name: deflator, source: "", published: "",
      indexes: Dictionary(
        deflatorIndexes.map { ($0.year.firstYear, $0.index) },
        uniquingKeysWith: { first, _ in first }))
    let rate = rateBase ?? (schedule == .flat ? priceBase : .real)
    return Prices(
      flows: priceBase.terms, rate: rate.terms, baseYear: baseYear?.firstYear,
      deflator: deflatorIndexes.isEmpty ? nil : table)
  }

  /// Reads how the register is appraised.
  mutating func appraise(_ reader: inout FieldReader<Field>) {
    rateBase = reader.choice(.rateBase, PriceBase.self, synonyms: ChoiceWords.priceBase)
    convention = reader.choice(.convention, Convention.self) ?? .yearZero
    schedule = reader.choice(.schedule, ScheduleChoice.self) ?? .flat
    postRule = reader.choice(.postRule, PostRule.self) ?? .any
    deflator = reader.text(.deflator)
    deflatorIndexes = indexes(&reader)
    if !deflatorIndexes.isEmpty, deflator.isEmpty {
      reader.report(
        .warning, .deflator, "", "who published the deflator, and when",
        "Name its source and date, so that anyone can find the figures.")
    }
  }

  /// In the order of the years, each year once.
  private func indexes(_ reader: inout FieldReader<Field>) -> [DeflatorIndex] {
    var read: [DeflatorIndex] = []
    for item in reader.list(.deflatorIndexes) {
      guard let index = DeflatorIndex(text: item), !read.contains(where: { $0.year == index.year })
      else {
        reader.refuse(
          .deflatorIndexes, item, "a financial year and its index, each year once",
          "Enter it as 2005/06 91.031; 2006/07 93.5.")
        continue
      }
      read.append(index)
    }
    return read.sorted { $0.year.firstYear < $1.year.firstYear }
  }
}

extension PriceBase {
  fileprivate var terms: PriceTerms {
    switch self {
    case .real: .real
    case .nominal: .nominal
    }
  }
}
