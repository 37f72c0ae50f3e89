/// The sheets of layout 1.
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

  /// The sheet of a name, compared like a heading.
  init?(named name: String) {
    let folded = Heading.fold(name)
    guard let sheet = Layout1Sheet.allCases.first(where: { Heading.fold($0.rawValue) == folded })
    else { return nil }
    self = sheet
  }
}
