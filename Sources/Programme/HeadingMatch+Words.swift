import Calculator

extension HeadingMatch {
  /// What the heading means, in the words of the pages: "Reference", "kept as additional data".
  public var words: String {
    switch meaning {
    case .field(let name): HeadingMatch.label(of: name, in: sheet)
    case .keep: "kept as additional data"
    case .leaveOut: "left out"
    }
  }

  /// The label of a field of a sheet of layout 1; the name itself where there is none.
  public static func label(of name: String, in sheet: String) -> String {
    let label =
      switch sheet {
      case "Benefits": Benefit.Field(rawValue: name)?.label
      case "ChannelCosts": ChannelCost<Exact>.Field(rawValue: name)?.label
      case "Intangibles": CriterionRow.Field(rawValue: name)?.label
      case "Costs": Cost.Field(rawValue: name)?.label
      case "Actuals": Actual.Field(rawValue: name)?.label
      default: String?.none
      }
    return label ?? name
  }
}
