import Calculator
import Programme

/// Who holds which office of which party today, and which nobody holds.
struct OfficeListPage: Page {
  static let template = "party/list"

  let title = "Offices"
  let intro = "Who decides, speaks and answers for each party today."
  /// "160 offices, 7 of them held by nobody".
  let summary: String
  let address = "/offices"
  let actions: [Link]
  let filters: [FormField]
  let table: ListTable?
  let exports: [Link]
  let empty = "Nothing matches these filters."
  let area: Area? = .programme
  let trail: [Link] = [Link("Programme", "/programme")]
  let isWide = true

  /// The rows that a filter finds.
  init(_ rows: [OfficeRow], filter: OfficeFilter) {
    let gaps = rows.count { $0.stored == nil }
    summary =
      Shown.count(rows.count, "office")
      + (gaps == 0 ? "" : ", \(Shown.quantity(Exact(gaps))) of them held by nobody")
    actions = []
    filters = [
      FormField(
        "kind", "Office",
        .select(
          Choice.filter(
            "All offices", OfficeKind.allCases.map(\.rawValue),
            chosen: filter.kind?.rawValue ?? ""))),
      FormField(
        "state", "Show",
        .select([
          Choice("", "All", isChosen: !filter.isGaps),
          Choice("gaps", "Held by nobody", isChosen: filter.isGaps),
        ])),
    ]
    table =
      rows.isEmpty
      ? nil
      : ListTable(
        summary, rows, OfficeColumns.all, sort: filter.sort, address: filter.address)
    let sorted = filter.sort.address(filter.address, first: "party")
    exports = rows.isEmpty ? [] : Link.exports("/offices") { sorted.at($0).text }
  }

  private init(table: ListTable?) {
    summary = "1 office"
    actions = [Link("Name somebody", "/offices/new")]
    filters = [FormField("state", "Show", .select([Choice("", "All", isChosen: true)]))]
    self.table = table
    exports = table == nil ? [] : [Link("CSV", "/offices.csv")]
  }

  static let sample = OfficeListPage(table: .sample)
  static let states = ["empty": OfficeListPage(table: nil)]
}
