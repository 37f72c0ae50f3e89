import Calculator
import Programme
import Store

/// The parties that are no council.
struct PartnerListPage: Page {
  static let template = "partner/list"

  let title = "Partners"
  let table: ListTable?
  let exports: [Link]
  let area: Area? = .partners
  let isWide = true

  /// Every partner that takes part.
  init(_ partners: [PartyStanding], viewer: Viewer) {
    let words = Shown.count(partners.count, "partner")
    table =
      partners.isEmpty ? nil : ListTable(words, partners, PartnerColumns.all(for: viewer))
    exports = partners.isEmpty ? [] : Link.exports("/partners") { $0 }
  }

  private init(table: ListTable?) {
    self.table = table
    exports = table == nil ? [] : [Link("CSV", "/partners.csv")]
  }

  static let sample = PartnerListPage(table: .sample)
  static let states = ["empty": PartnerListPage(table: nil)]
}
