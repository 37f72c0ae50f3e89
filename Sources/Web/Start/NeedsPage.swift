/// "What needs you": counts that are links, the next thing to do first.
struct NeedsPage: Page {
  static let template = "start/needs"

  let title = "What needs you"
  let organisation: String
  /// The one thing to do next.
  let next: NextStep?
  /// What is due, soonest first.
  let due: [DueLine]
  /// "and 12 more", where these are but the first.
  let moreDue: String?
  /// What the reader was told and has not read.
  let notices: [NoticeLine]
  let moreNotices: Link?
  /// What waits, most pressing first; empty when nothing does.
  let needs: [Need]
  /// What is said when nothing waits, and where to look instead.
  let calm: String
  let look: Link?
  /// The programme or the council at a glance; cash view first.
  let figures: [Figure]
  let imports: [ImportLine]
  let recent: [Recent]
  let area: Area? = .start
  let isWide = true

  /// What to do first, and why.
  struct NextStep: Part {
    let heading: String
    let why: String
    let action: Link
  }

  /// A kind of benefit that waits for somebody: how many, and the first few of them.
  struct Need: Part {
    let count: String
    let what: String
    let why: String
    let benefits: [Link]
    /// Leads to all of them where these are but the first.
    let more: Link?
  }

  /// One of the latest imports.
  struct ImportLine: Part {
    let file: String
    let href: String
    let council: String
    let when: String
    let state: Tag
  }

  /// One of the latest changes.
  struct Recent: Part {
    let when: String
    let who: String
    let what: String
    let record: JournalLine.Subject?
  }
}

extension NeedsPage {
  static let sample = NeedsPage(
    organisation: "West Lothian Council",
    next: NextStep(
      heading: "Name an owner for 12 benefits",
      why: "A benefit without an owner is nobody's to deliver.",
      action: Link("Show the 12 benefits", "/benefits?owner=none")),
    due: [
      DueLine(
        what: "Review", link: Link("B003 Cheaper print and post", "/benefits/3/reviews"),
        party: "West Lothian Council", due: Tag("2 days overdue", .red))
    ], moreDue: "and 3 more", notices: [.sample],
    moreNotices: Link("All 6 new notices", "/notices?show=new"),
    needs: [
      Need(
        count: "2", what: "benefits have no figure",
        why: "An input is missing, so nothing can be worked out.",
        benefits: [
          Link("B017 Residents trust the council's answers more", "/benefits/17"),
          Link("B044 Shorter queues at the play area desk", "/benefits/44"),
        ], more: nil),
      Need(
        count: "12", what: "benefits have no owner", why: "Nobody answers for them yet.",
        benefits: [Link("B003 Cheaper print and post", "/benefits/3")],
        more: Link("and 11 more", "/benefits?needs=withoutOwner")),
      Need(
        count: "7", what: "benefits are drafts",
        why: "Only your council sees them; the co-ordinator does not.",
        benefits: [Link("B091 Fewer repeat calls about missed bins", "/benefits/91")],
        more: Link("and 6 more", "/benefits?needs=draft")),
    ], calm: "Nothing is missing.", look: Link("Look through the benefits", "/benefits"),
    figures: [
      Figure("Benefits recorded", "90", note: "6 without money"),
      Figure(
        "Net present value, cash view", "£3,557,898", note: "cashable benefits less costs",
        working: Link("How this came about", "/councils/S12000040#working-cash-npv")),
      Figure("Payback, cash view", "0.84 years"),
    ],
    imports: [
      ImportLine(
        file: "west-lothian-90.xml", href: "/imports/1", council: "West Lothian Council",
        when: "22 November 2026, 9:05 am", state: Tag("Applied", .green))
    ],
    recent: [
      Recent(
        when: "22 November 2026, 9:20 am", who: "Morag Reid", what: "changed the claim share of",
        record: JournalLine.Subject(text: "B014 Fewer repeat calls", href: "/benefits/14"))
    ])

  static let states = [
    "empty": NeedsPage(
      organisation: "Inverclyde Council", next: nil, due: [], moreDue: nil, notices: [],
      moreNotices: nil, needs: [], calm: "Nothing is missing.",
      look: Link("Look through the benefits", "/benefits"), figures: [], imports: [], recent: [])
  ]
}
