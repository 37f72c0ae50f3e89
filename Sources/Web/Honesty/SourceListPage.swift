import Calculator
import Programme
import Store

/// What several benefits draw on together, with how much of it is claimed.
struct SourceListPage: Page {
  static let template = "honesty/sources"

  let title = "Shared sources"
  let rows: [Row]
  let addHref: String?
  let exports: [Link]
  let area: Area? = .checks
  let trail = [Link("Benefits", "/benefits"), Link("Checks", "/benefits/honesty")]
  let isWide = true

  /// One source.
  struct Row: Part {
    let source: Link
    let kind: String
    let whole: String
    let council: String
    let own: String
    let others: String
    let total: String
    let flag: Tag?
  }

  init(_ sources: [StoredSource], viewer: Viewer) {
    rows = sources.map(Row.init)
    addHref = viewer.may(.writeBenefits) ? "/benefits/sources/new" : nil
    exports = sources.isEmpty ? [] : Link.exports("/benefits/sources") { $0 }
  }
}

extension SourceListPage.Row {
  init(_ stored: StoredSource) {
    source = Link(stored.source.name, "/benefits/sources/\(stored.id)")
    kind = stored.source.kind.rawValue
    whole = SourcePage.whole(stored.source)
    council = stored.councilName
    own = Shown.percentage(stored.claims.own)
    others = Shown.percentage(stored.claims.others)
    total = Shown.percentage(stored.claims.total)
    flag = stored.claims.isTooMuch ? Tag("More than the whole", .red) : nil
  }
}

extension SourceListPage {
  static let sample = SourceListPage(isEmpty: false)
  static let states = ["empty": SourceListPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    let row = Row(
      source: Link("Calls about bins", "/benefits/sources/1"), kind: "Measure",
      whole: "34,693 calls a year", council: "West Lothian Council", own: "60 %", others: "52.5 %",
      total: "112.5 %", flag: Tag("More than the whole", .red))
    rows = isEmpty ? [] : [row]
    addHref = "/benefits/sources/new"
    exports = isEmpty ? [] : Link.exports("/benefits/sources") { $0 }
  }
}
