/// The benefits one may see, filtered and sorted by the address; totals of the whole filter.
struct BenefitListPage: Page {
  static let template = "benefit/list"

  let title = "Benefits"
  /// "90 benefits" or "12 of 90 benefits".
  let summary: String
  let words: String
  let filters: [FormField]
  /// The filters in force, each with the address of the list without it.
  let active: [Link]
  let hidden: [HiddenField]
  let columns: [Column]
  let rows: [Row]
  /// Sums over all pages and years, never added into one.
  let totals: [Figure]
  let paging: Paging
  let exports: [Link]
  /// Where a benefit is added; nil for those who may not.
  let addHref: String?
  /// The list without any filter.
  let clearHref: String
  let area: Area? = .benefits
  let isWide = true

  /// The head of a column; sorts by it where it can be sorted by.
  struct Column: Part {
    let text: String
    let href: String?
    /// For `aria-sort`: "ascending", "descending" or "none".
    let order: String
    let style: String

    init(_ text: String, href: String? = nil, order: Order = .none, isNumeric: Bool = false) {
      self.text = text
      self.href = href
      self.order = order.rawValue
      style = isNumeric ? "app-number" : ""
    }

    /// How the list is sorted by a column.
    enum Order: String {
      case ascending, descending, none
    }
  }

  /// One benefit. Money is in pounds over all years unless said, bare of its sign.
  struct Row: Part {
    let href: String
    let reference: String
    let title: String
    let council: String
    let service: String
    let owner: String
    let status: String
    let statusStyle: String
    /// "Tangible, cashable": two axes, in words.
    let kind: String
    let method: String
    let gross: String
    let net: String
    let cashable: String
    /// "Draft", "Shared" or "Published".
    let visibility: String
  }
}
