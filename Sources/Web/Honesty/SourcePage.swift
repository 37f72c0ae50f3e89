import Calculator
import Programme
import Store

/// One shared source and who draws on it.
struct SourcePage: Page {
  static let template = "honesty/source"

  let title: String
  let facts: [SummaryLine]
  let flag: Tag?
  let rows: [Row]
  /// Says that others' drafts are counted and not shown; nil where all is in sight.
  let hidden: String?
  let changeHref: String?
  let area: Area? = .checks
  let trail: [Link]

  /// A benefit that draws on it.
  struct Row: Part {
    let benefit: Link
    let council: String
    let share: String
    let note: String
  }

  init(_ stored: StoredSource, shares: [StoredShare], viewer: Viewer) {
    title = stored.source.name
    facts = [
      SummaryLine("What it is", stored.source.kind.rawValue),
      SummaryLine("The whole", SourcePage.whole(stored.source), note: stored.source.note),
      SummaryLine("Kept by", stored.councilName, note: Tag(stored.stored.visibility).text),
      SummaryLine("Claimed", HonestyWords.claims(stored.claims)),
      SummaryLine("Left to claim", Shown.percentage(stored.claims.left)),
    ]
    flag = stored.claims.isTooMuch ? Tag("More than the whole is claimed", .red) : nil
    rows = shares.map(Row.init)
    let seen = shares.filter(\.counts).map(\.share.share).reduce(.zero, +)
    let rest = stored.claims.total - seen
    hidden =
      rest > .zero
      ? "\(Shown.percentage(rest)) is claimed by benefits that you may not see." : nil
    changeHref =
      viewer.mayChange(recordsOf: stored.stored.organisation)
      ? "/benefits/sources/\(stored.id)/edit" : nil
    trail = [
      Link("Benefits", "/benefits"), Link("Checks", "/benefits/honesty"),
      Link("Shared sources", "/benefits/sources"),
    ]
  }

  /// "34,693 calls a year", or "not known".
  static func whole(_ source: SharedSource) -> String {
    source.whole.map { "\(Shown.quantity($0)) \(source.unit)" } ?? Shown.unknown
  }
}

extension SourcePage.Row {
  fileprivate init(_ share: StoredShare) {
    benefit = Link("\(share.reference) \(share.title)", "/benefits/\(share.benefit)/checks")
    council = share.councilName
    self.share = Shown.percentage(share.share.share) + (share.counts ? "" : ", withdrawn")
    note = share.share.note
  }
}

extension SourcePage {
  static let sample = SourcePage(isEmpty: false)
  static let states = ["empty": SourcePage(isEmpty: true)]

  private init(isEmpty: Bool) {
    title = "Calls about bins"
    facts = [SummaryLine("The whole", "34,693 calls a year", note: "Call log of 2009")]
    flag = isEmpty ? nil : Tag("More than the whole is claimed", .red)
    let row = Row(
      benefit: Link("B001 Fewer calls", "/benefits/1/checks"), council: "West Lothian Council",
      share: "60 %", note: "By survey")
    rows = isEmpty ? [] : [row]
    hidden = isEmpty ? nil : "52.5 % is claimed by benefits that you may not see."
    changeHref = isEmpty ? nil : "/benefits/sources/1/edit"
    trail = [Link("Shared sources", "/benefits/sources")]
  }
}
