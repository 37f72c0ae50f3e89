import Calculator
import Programme

extension HeadingMatch {
  /// Reads "Heading=Field": the field by its heading in layout 1, its label or another word that is
  /// known for it; "keep" and "leave out" are no fields. "Costs!Heading=Field" is about another
  /// sheet than Benefits. Nil for what is none of these.
  public init?(text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let place = parts[0].split(separator: "!", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let heading = place.last.map({ TrimmedText.of(String($0)) }),
      !heading.isEmpty,
      let sheet = place.count == 2 ? Layout1Sheet(named: String(place[0])) : .benefits,
      let meaning = HeadingMatch.meaning(of: String(parts[1]), in: sheet)
    else { return nil }
    self.init(sheet: sheet.rawValue, heading: heading, meaning: meaning)
  }

  private static func meaning(of word: String, in sheet: Layout1Sheet) -> Meaning? {
    switch FoldedText.of(word) {
    case "keep": return .keep
    case "leaveout": return .leaveOut
    default: break
    }
    let name: String? =
      switch sheet {
      case .benefits: field(word, of: Benefit.self)
      case .channelCosts: field(word, of: ChannelCost<Exact>.self)
      case .intangibles: field(word, of: CriterionRow.self)
      case .costs: field(word, of: Cost.self)
      case .actuals: field(word, of: Actual.self)
      default: nil
      }
    return name.map(Meaning.field)
  }

  private static func field<Item: SheetRecord>(_ word: String, of _: Item.Type) -> String? {
    Item.Field(rawValue: word)?.rawValue ?? HeadingTable<Item>().field(word)?.field.rawValue
  }
}
