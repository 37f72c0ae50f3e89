import Calculator
import Exchange
import Programme
import Store

extension PivotAxis {
  /// The name of a side on pages.
  var label: String {
    self == .confidence ? "Confidence grade" : word.capitalizedAtStart
  }

  /// One of its labels on pages.
  func shown(_ label: String) -> String {
    self == .confidence && label != PivotReport.blank ? "Grade \(label)" : label
  }
}

extension PivotFigure {
  /// The name on pages.
  var label: String { rawValue.capitalizedAtStart }

  /// What it is, in a sentence.
  var note: String {
    switch self {
    case .forecast: "The forecast is what the calculator works out."
    case .actual: "Actual is what came, as far as it was reported. What is not known is left out."
    case .variance:
      "Variance is what came less what was forecast of exactly the same periods; above 0 more came."
    case .outlook:
      "Outlook is what came, and the forecast of the periods that are still to come."
    }
  }
}

extension PivotQuestion.Measure {
  /// The label on the page.
  var label: String {
    switch self {
    case .cashable: "Cashable, £"
    case .nonCashable: "Non-cashable, £"
    case .transfers: "Goes to others, £"
    case .count: "Number of benefits"
    }
  }

  /// What is counted and what is not.
  var note: String {
    switch self {
    case .cashable: "The cashable part of each benefit. Value that goes to others is left out."
    case .nonCashable:
      "The part of each benefit that leaves no budget. Value that goes to others is left out."
    case .transfers: "Value that reaches others; it is in no total of a council."
    case .count: "Benefits that fall here, whole or in part, those without money included."
    }
  }

  /// A cell's figure.
  func value(_ cell: PivotCell) -> Exact {
    switch self {
    case .cashable: cell.cashable
    case .nonCashable: cell.nonCashable
    case .transfers: cell.transfers
    case .count: Exact(cell.count)
    }
  }

  /// A cell's figure in words.
  func shown(_ cell: PivotCell) -> String {
    self == .count ? Shown.whole(cell.count) : Shown.bare(value(cell))
  }

  /// A cell's figure in a table for other programs.
  func exported(_ cell: PivotCell) -> TableCell {
    self == .count ? .number(value(cell)) : .money(value(cell))
  }
}
