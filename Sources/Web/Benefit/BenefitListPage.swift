/// The benefits one may see, filtered and sorted by the address; totals of the whole filter.
struct BenefitListPage: Page {
  static let template = "benefit/list"

  let title = "Benefits"
  /// "90 benefits", "1 to 25 of 90 benefits" or "12 benefits match".
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
  /// What all of one's own that match can be changed with; nil for those who may not.
  let bulk: Bulk?
  /// The list without any filter.
  let clearHref: String
  let area: Area? = .benefits
  let isWide = true

  /// The head of a column; sorts by it where it can be sorted by. A column whose cells have two
  /// lines has two names.
  struct Column: Part {
    let text: String
    let href: String?
    let second: String
    let secondHref: String?
    /// For `aria-sort`: "ascending", "descending" or "none".
    let order: String
    let style: String

    init(_ text: String, href: String? = nil, order: Order = .none, isNumeric: Bool = false) {
      self.text = text
      self.href = href
      self.order = order.rawValue
      style = isNumeric ? "app-number" : ""
      (second, secondHref) = ("", nil)
    }

    /// A column of two lines; it is sorted when either of them is sorted by.
    init(_ first: Column, over second: Column) {
      (text, href) = (first.text, first.href)
      (self.second, secondHref) = (second.text, second.href)
      order = first.order == Order.none.rawValue ? second.order : first.order
      style = first.style
    }

    /// How the list is sorted by a column.
    enum Order: String {
      case ascending, descending, none
    }
  }

  /// Changing many at once: those that are ticked, or all of one's own that match the filter.
  struct Bulk: Part {
    /// The filter in force, sent along.
    let hidden: [HiddenField]
  }

  /// One benefit. Money is in pounds over all years unless said, bare of its sign.
  struct Row: Part {
    let id: String
    /// Whether it can be ticked: the viewer may change it.
    let isOwn: Bool
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
    /// The heads of the two columns of money.
    let netName: String
    let cashableName: String
    let net: String
    let cashable: String
    /// "Draft", "Shared" or "Published".
    let visibility: String
  }
}
