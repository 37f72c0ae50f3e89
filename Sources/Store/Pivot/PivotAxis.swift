import Calculator
import Programme

/// What one side of a pivot is made of.
public enum PivotAxis: Sendable, Hashable {
  /// A property of the benefits.
  case dimension(Dimension)
  /// How sure the forecast is, grades 1 to 6.
  case confidence
  /// The financial year of the money.
  case year

  /// Every axis there is.
  public static let all: [PivotAxis] =
    Dimension.allCases.map(PivotAxis.dimension) + [.confidence, .year]

  /// Reads the word that stands in addresses: "year", "confidence", or the dimension's own.
  public init?(word: String) {
    guard let axis = PivotAxis.all.first(where: { $0.word == word }) else { return nil }
    self = axis
  }

  /// The word that stands in addresses.
  public var word: String {
    switch self {
    case .dimension(let dimension): dimension.rawValue
    case .confidence: "confidence"
    case .year: "year"
    }
  }
}

/// Which money a pivot or a list shows.
public enum PivotFigure: String, CaseIterable, Sendable {
  /// What the calculator works out.
  case forecast
  /// What came.
  case actual
  /// What came less what was forecast of exactly the same periods.
  case variance
  /// What came, and the forecast of the periods that are still to come.
  case outlook
}

/// A year of a pivot as its label says it.
public enum PivotYear: Sendable, Hashable {
  /// "2010/11".
  case financial(FinancialYear)
  /// "Year 3": counted from the base year of a register that does not say which year that is.
  case counted(Int)
  /// Benefits that have none of this money in any year.
  case noMoney

  /// Reads a label; nil for anything that is none.
  public init?(label: String) {
    if label == PivotReport.withoutMoney {
      self = .noMoney
    } else if let year = FinancialYear(text: label) {
      self = .financial(year)
    } else if label.hasPrefix(PivotYear.prefix),
      let place = Int(label.dropFirst(PivotYear.prefix.count)),
      (0...Limit.horizonYears).contains(place)
    {
      self = .counted(place)
    } else {
      return nil
    }
  }

  /// The label: "2010/11".
  public var label: String {
    switch self {
    case .financial(let year): year.description
    case .counted(let place): PivotYear.prefix + String(place)
    case .noMoney: PivotReport.withoutMoney
    }
  }

  private static let prefix = "Year "
}
