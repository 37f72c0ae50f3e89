import Calculator
import Programme
import Store

/// The partnership charter: one version, who accepted it, and what the other versions said.
struct CharterPage: Page {
  static let template = "charter/charter"

  let title: String
  /// "Version 2, published by Catriona Munro on 22 November 2026".
  let caption: String
  let news: String?
  let text: Prose?
  /// Where the viewer's own party accepts it; nil where that is done, or is not the newest.
  let acceptHref: String?
  let number: String
  /// "29 of 36 parties have accepted it".
  let summary: String
  let accepted: [PartyLine]
  let open: [Link]
  /// Where a new version is written; nil for those who may not.
  let newHref: String?
  let versions: [Link]
  let exports: [Link]
  let area: Area? = .charter

  /// A party that accepted it.
  struct PartyLine: Part {
    let party: Link
    /// "Iain Sinclair, 22 November 2026, 9:05 am".
    let who: String
  }

  /// A version among all of them.
  init(
    _ stored: StoredCharter, of all: [StoredCharter], _ parties: [PartyRow], viewer: Viewer
  ) {
    let isNewest = stored.number == all.first?.number
    let own = parties.contains { $0.id == viewer.organisation }
    title = "Partnership charter"
    caption =
      "Version \(stored.number), published by \(stored.madeBy) on \(Shown.moment(stored.madeAt))"
    news = stored.charter.news.isEmpty ? nil : stored.charter.news
    text = Prose(stored.charter.text)
    let waits = isNewest && own && stored.acceptances[viewer.organisation] == nil
    acceptHref = waits && viewer.may(.takePart) ? "/charter/accept" : nil
    number = String(stored.number)
    accepted = parties.compactMap { party in
      stored.acceptances[party.id].map {
        PartyLine(party: Link(party.name, party.href), who: "\($0.by), \(Shown.moment($0.at))")
      }
    }
    open = parties.filter { stored.acceptances[$0.id] == nil }.map { Link($0.name, $0.href) }
    summary =
      "\(accepted.count) of \(Shown.count(parties.count, "party", "parties")) accepted it"
    newHref = isNewest && viewer.may(.coordinate) ? "/charter/new" : nil
    versions = all.filter { $0.number != stored.number }
      .map { Link("Version \($0.number)", "/charter/\($0.number)") }
    exports = isNewest ? Link.exports("/charter") { $0 } : []
  }

  /// What is shown before there is a charter.
  init(noneFor viewer: Viewer) {
    self.init(isFull: false, newHref: viewer.may(.coordinate) ? "/charter/new" : nil)
  }

  private init(isFull: Bool, newHref: String?) {
    title = "Partnership charter"
    caption = isFull ? "Version 2, published by Catriona Munro" : "No version yet"
    news = isFull ? "Suppliers are named as equals." : nil
    text = isFull ? .sample : nil
    acceptHref = isFull ? "/charter/accept" : nil
    number = "2"
    summary = isFull ? "1 of 2 parties accepted it" : ""
    accepted =
      isFull
      ? [PartyLine(party: Link("Lomond Systems", "/partners/1"), who: "Priya Nair")] : []
    open = isFull ? [Link("Angus Council", "/councils/S12000041")] : []
    self.newHref = newHref
    versions = isFull ? [Link("Version 1", "/charter/1")] : []
    exports = isFull ? [Link("CSV", "/charter.csv")] : []
  }

  static let sample = CharterPage(isFull: true, newHref: "/charter/new")
  static let states = ["empty": CharterPage(isFull: false, newHref: nil)]
}
