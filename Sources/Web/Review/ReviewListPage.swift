import Calculator
import Programme

/// Which benefits are to be reviewed, soonest first.
struct ReviewListPage: Page {
  static let template = "review/list"

  let title = "Reviews"
  /// "12 benefits to be reviewed".
  let summary: String
  /// The ways in which benefits stand, each with how many; leads to the list of those.
  let needs: [SectionLink]
  let filters: [FormField]
  /// What the form keeps besides its fields.
  let hidden: [HiddenField]
  let rows: [Row]
  let paging: Paging
  let exports: [Link]
  let clearHref: String
  let area: Area? = .reviews
  let isWide = true

  /// One benefit.
  struct Row: Part {
    let href: String
    let reference: String
    let title: String
    let council: String
    let owner: String
    let status: Tag
    let last: String
    let decision: String
    let next: String
    /// "30 days overdue"; nil where nothing presses.
    let standing: Tag?
    /// Where it is reviewed.
    let reviewsHref: String
  }

  static let sample = ReviewListPage(
    summary: "2 benefits, soonest review first",
    needs: [
      SectionLink(text: "All 90", href: "/reviews", isCurrent: true),
      SectionLink(text: "Overdue 1", href: "/reviews?need=overdue", isCurrent: false),
    ],
    filters: [
      FormField("owner", "Owner", .select(Choice.filter("All", ["Head of ICT"], chosen: "")))
    ],
    hidden: [HiddenField("need", "overdue")],
    rows: [
      Row(
        href: "/benefits/1", reference: "B001", title: "Fewer face-to-face visits",
        council: "West Lothian Council", owner: "Head of ICT", status: Tag(.realising),
        last: "1 March 2026", decision: "Continue", next: "1 September 2026",
        standing: Tag("82 days overdue", .red), reviewsHref: "/benefits/1/reviews"),
      Row(
        href: "/benefits/2", reference: "B002", title: "Cheaper print and post",
        council: "West Lothian Council", owner: "not known", status: Tag(.profiled),
        last: "never", decision: "", next: "not planned", standing: nil,
        reviewsHref: "/benefits/2/reviews"),
    ],
    paging: Paging(summary: "2 benefits", first: "/reviews", next: "/reviews?after=1"),
    exports: Link.exports("/reviews") { $0 }, clearHref: "/reviews")

  static let states = [
    "empty": ReviewListPage(
      summary: "No benefits", needs: [], filters: [], hidden: [], rows: [],
      paging: Paging(summary: "", first: nil, next: nil), exports: [], clearHref: "/reviews")
  ]
}
