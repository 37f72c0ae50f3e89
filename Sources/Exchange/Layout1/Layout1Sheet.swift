import Programme

/// The sheets of layout 1, and the one of our own that our workbooks have beside them.
enum Layout1Sheet: String, CaseIterable {
  case cover = "Cover"
  case assumptions = "Assumptions"
  case channelCosts = "ChannelCosts"
  case benefits = "Benefits"
  case intangibles = "Intangibles"
  case costs = "Costs"
  case actuals = "Actuals"
  case cashFlow = "CashFlow"
  case summary = "Summary"
  case lists = "Lists"
  /// Results of our own: worked out again, never read.
  case cashView = "CashView"

  /// The sheet of a name, compared like a heading.
  init?(named name: String) {
    guard let sheet = Layout1Sheet.byName[FoldedText.of(name)] else { return nil }
    self = sheet
  }

  /// Whether a name is the one of layout 1, and not only another word for it.
  func isNamed(_ name: String) -> Bool { FoldedText.of(name) == FoldedText.of(rawValue) }

  private static let byName = Dictionary(
    allCases.map { (FoldedText.of($0.rawValue), $0) }, uniquingKeysWith: { first, _ in first }
  ).merging(SheetWords.names) { own, _ in own }
}
