import Programme

/// Everything that its reader was told, newest first.
struct NoticeListPage: Page {
  static let template = "notice/list"

  let title = "Notices"
  /// "3 new of 12 notices".
  let summary: String
  let shows: [SectionLink]
  let kinds: FormField
  let hidden: [HiddenField]
  let rows: [NoticeLine]
  /// Marks all that the list shows as read; nil where nothing is new.
  let markAll: MarkAll?
  let paging: Paging
  let exports: [Link]
  let area: Area? = .notices

  /// What the button for all sends.
  struct MarkAll: Part {
    let words: String
    let kind: String
    let until: String
    let back: String
  }

  static let sample = NoticeListPage(
    summary: "1 new of 2 notices",
    shows: [
      SectionLink(text: "All: 2", href: "/notices", isCurrent: true),
      SectionLink(text: "New: 1", href: "/notices?show=new", isCurrent: false),
    ],
    kinds: FormField("kind", "About", .select(Choice.filter("Everything", [], chosen: ""))),
    hidden: [HiddenField("show", "new")],
    rows: [
      .sample,
      NoticeLine(
        title: "Milestone “Contact centre live” moved by 30 days", words: nil,
        kind: "Milestones that were moved", when: "20 November 2026, 4:12 pm", due: nil,
        isNew: false, openAction: "/notices/2/open", markAction: "/notices/2/mark", mark: "new",
        markWords: "Mark as new", back: "/notices"),
    ],
    markAll: MarkAll(words: "Mark all as read", kind: "", until: "1.2", back: "/notices"),
    paging: Paging(summary: "2 notices", first: "/notices", next: "/notices?after=1.2"),
    exports: Link.exports("/notices") { $0 })

  static let states = [
    "empty": NoticeListPage(
      summary: "No notices yet", shows: [],
      kinds: FormField("kind", "About", .select(Choice.filter("Everything", [], chosen: ""))),
      hidden: [], rows: [], markAll: nil,
      paging: Paging(summary: "", first: nil, next: nil), exports: [])
  ]
}
