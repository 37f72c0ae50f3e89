import Programme

/// Other national programmes that draw on the same people or dates.
struct OtherProgrammeListPage: Page {
  static let template = "party/other-programmes"

  let title = "Other programmes"
  let addHref: String?
  let table: ListTable?
  let exports: [Link]
  let area: Area? = .otherProgrammes
  let isWide = true

  /// Every other programme with its clashes.
  init(_ rows: [OtherProgrammeRow], viewer: Viewer) {
    addHref = viewer.may(.coordinate) ? "/other-programmes/new" : nil
    table =
      rows.isEmpty ? nil : ListTable("Other programmes", rows, OtherProgrammeColumns.all)
    exports = rows.isEmpty ? [] : Link.exports("/other-programmes") { $0 }
  }

  private init(table: ListTable?) {
    addHref = table == nil ? nil : "/other-programmes/new"
    self.table = table
    exports = table == nil ? [] : [Link("CSV", "/other-programmes.csv")]
  }

  static let sample = OtherProgrammeListPage(table: .sample)
  static let states = ["empty": OtherProgrammeListPage(table: nil)]
}
