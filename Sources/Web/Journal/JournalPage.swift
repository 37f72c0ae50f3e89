import Calculator

/// One entry of the journal: who did what when, field by field; or many entries of one act.
struct JournalLine: Part {
  let when: String
  let who: String
  /// "changed", "recorded", "imported", "withdrew".
  let act: String
  /// What it was done to; nil on the record's own page.
  let record: Subject?
  let reason: String?
  /// "2 fields".
  let fields: String
  /// Whether the changes show at once: a few do.
  let isOpen: Bool
  let changes: [ChangeLine]

  /// A record, or a number of them; leads to it where it has a page.
  struct Subject: Part {
    let text: String
    let href: String?
  }

  init(
    when: String, who: String, act: String, record: Subject?, reason: String?,
    changes: [ChangeLine]
  ) {
    self.when = when
    self.who = who
    self.act = act
    self.record = record
    self.reason = reason
    fields = Shown.count(changes.count, "field")
    isOpen = changes.count <= 3
    self.changes = changes
  }

  static let sample = JournalLine(
    when: "22 November 2026, 9:20 am", who: "Morag Reid", act: "changed",
    record: Subject(text: "B001 Fewer face-to-face visits", href: "/benefits/1"),
    reason: "The survey of 2010 gave a better volume.",
    changes: [
      ChangeLine(label: "Volume", before: "31,000 a year", after: "34,693 a year"),
      ChangeLine(label: "Owner", before: "not known", after: "Head of ICT"),
    ])
}

/// The journal of what one may see, newest first.
struct JournalPage: Page {
  static let template = "journal/list"

  let title = "Journal"
  let filters: [FormField]
  let entries: [JournalLine]
  let paging: Paging
  let exports: [Link]
  /// From the records of one act, back to all acts.
  let trail: [Link]
  let area: Area? = .journal
  let isWide = true

  static let sample = JournalPage(
    filters: [
      FormField("who", "Person", .line(width: "govuk-input--width-20"), value: "Morag"),
      FormField("from", "From", .day, value: "2026-11-01"),
    ],
    entries: [.sample],
    paging: Paging(
      summary: "25 acts, newest first", first: "/audit", next: "/audit?before=9"),
    exports: [Link("CSV", "/audit.csv")],
    trail: [Link("Journal", "/audit")])

  static let states = [
    "empty": JournalPage(
      filters: [], entries: [], paging: Paging(summary: "", first: nil, next: nil), exports: [],
      trail: [])
  ]
}
