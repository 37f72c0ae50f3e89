import Calculator
import Programme
import Store

/// The plan changes, newest first: who has still to say something about which.
struct ChangeListPage: Page {
  static let template = "change/list"

  let title = "Plan changes"
  /// "12 plan changes, newest first".
  let summary: String
  /// The needs of changes, each with how many; leads to the list of those.
  let needs: [SectionLink]
  let filters: [FormField]
  /// What the form keeps besides its fields.
  let hidden: [HiddenField]
  let rows: [Row]
  let paging: Paging
  let exports: [Link]
  let clearHref: String
  /// Where a change is proposed; nil for those who may not.
  let addHref: String?
  /// Whether the list is narrowed, so that an empty one says so.
  let isNarrowed: Bool
  let area: Area? = .changes
  let isWide = true

  /// One change.
  struct Row: Part {
    let href: String
    let number: String
    let title: String
    let state: Tag
    let proposer: String
    let authority: String
    /// "5 of 7 answered: 3 accept, 2 object".
    let positions: String
    /// "2 of 7".
    let acknowledged: String
    /// What presses, and by when.
    let clock: Tag?
    /// Whether it waits for the viewer's party.
    let isOurs: Bool
  }
}

extension ChangeListPage {
  /// The list as the store answers a filter.
  init(_ page: ChangeListing, parties: [PartyRow], filter: ChangeFilter, viewer: Viewer) {
    let count = page.counts[filter.need] ?? page.rows.count
    summary =
      count == 0 ? "No plan change here" : "\(Shown.count(count, "plan change")), newest first"
    needs = ChangeListPage.needs(page, filter, viewer)
    filters = ChangeListPage.filters(parties, filter)
    hidden = [filter.need.map { HiddenField("need", $0.rawValue) }].compactMap(\.self)
    rows = page.rows.map { Row($0, today: page.today) }
    let address = filter.address()
    paging = Paging(
      summary: "\(Shown.quantity(Exact(page.rows.count))) of \(Shown.count(count, "plan change"))",
      first: filter.after == nil ? nil : address.text,
      next: page.next.map { address.with("after", String($0)).text })
    exports = page.rows.isEmpty ? [] : Link.exports("/changes") { filter.address($0).text }
    clearHref = "/changes"
    addHref = viewer.may(.takePart) ? "/changes/new" : nil
    isNarrowed = !address.fields.isEmpty
  }

  private static func needs(
    _ page: ChangeListing, _ filter: ChangeFilter, _ viewer: Viewer
  ) -> [SectionLink] {
    let needs: [ChangeNeed?] =
      viewer.may(.takePart) ? [nil, .ours, .overdue, .open] : [nil, .overdue, .open]
    return needs.map { need in
      var other = filter
      other.need = need
      let count = Shown.quantity(Exact(page.counts[need] ?? 0))
      return SectionLink(
        text: "\(need?.words ?? "All"): \(count)", href: other.address().text,
        isCurrent: need == filter.need)
    }
  }

  private static func filters(_ parties: [PartyRow], _ filter: ChangeFilter) -> [FormField] {
    let party =
      [Choice("", "All parties", isChosen: filter.party == nil)]
      + parties.map { Choice($0.id.description, $0.name, isChosen: $0.id == filter.party) }
    return [
      FormField("words", "Words", .line(width: ""), value: filter.words),
      FormField(
        "state", "State",
        .select(
          Choice.filter(
            "All states", ChangeState.allCases.map(\.rawValue), chosen: filter.state?.rawValue ?? ""
          ))),
      FormField("party", "Party", .select(party)),
    ]
  }
}

extension ChangeListPage.Row {
  fileprivate init(_ row: ChangeRow, today: Day) {
    href = "/changes/\(row.number)"
    number = String(row.number)
    title = row.title
    state = Tag(row.state, outcome: row.outcome)
    proposer = row.proposerName
    authority = PlanChangeWords.authority(row.authority, party: row.authorityPartyName)
    positions = row.positionWords
    acknowledged = row.acknowledgementWords
    clock = Tag(row, today: today)
    isOurs = row.isOurs
  }
}

extension ChangeRow {
  /// "5 of 7 answered: 3 accept, 2 object".
  var positionWords: String {
    let parts = [
      (acceptedCount, "accept"), (objectedCount, "object"),
      (counteredCount, "propose something else"),
    ].filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    let answered = "\(partyCount - silentCount) of \(partyCount) answered"
    return parts.isEmpty ? answered : "\(answered): \(parts.joined(separator: ", "))"
  }

  /// "2 of 7"; "" before anybody was told.
  var acknowledgementWords: String {
    state == .communicated || state == .acknowledged ? "\(acknowledgedCount) of \(partyCount)" : ""
  }

  /// The day that counts now; nil where none does.
  var due: Day? {
    switch state {
    case .proposed, .negotiating: silentCount > 0 ? positionsDue : nil
    case .communicated: acknowledgementDue
    case .agreed, .rejected, .withdrawn, .acknowledged: nil
    }
  }
}

extension Tag {
  /// By when something is due on a change; nil where nothing is.
  fileprivate init?(_ row: ChangeRow, today: Day) {
    guard let days = row.due?.days(since: today) else {
      guard row.state == .agreed || row.state == .rejected else { return nil }
      self.init("Parties to be told", .orange)
      return
    }
    if days < 0 {
      self.init("\(Shown.count(-days, "day")) overdue", .red)
    } else {
      self.init(days == 0 ? "Due today" : "Due in \(Shown.count(days, "day"))", .yellow)
    }
  }
}

extension ChangeListPage {
  static let sample = ChangeListPage(
    summary: "1 plan change, newest first",
    needs: [SectionLink(text: "All: 1", href: "/changes", isCurrent: true)],
    filters: [FormField("words", "Words", .line(width: ""), value: "upgrade")],
    hidden: [HiddenField("need", "ours")],
    rows: [
      Row(
        href: "/changes/7", number: "7", title: "The upgrade moves from March to June",
        state: Tag(.negotiating, outcome: nil), proposer: "Lomond Systems",
        authority: "The steering board", positions: "5 of 7 answered: 3 accept, 2 object",
        acknowledged: "2 of 7", clock: Tag("2 days overdue", .red), isOurs: true)
    ],
    paging: Paging(summary: "1 of 1", first: "/changes", next: "/changes?after=7"),
    exports: Link.exports("/changes") { $0 }, clearHref: "/changes", addHref: "/changes/new",
    isNarrowed: true)

  static let states = [
    "empty": ChangeListPage(
      summary: "No plan change here", needs: [], filters: [], hidden: [], rows: [],
      paging: Paging(summary: "", first: nil, next: nil), exports: [], clearHref: "/changes",
      addHref: nil, isNarrowed: false),
    "narrowed": ChangeListPage(
      summary: "No plan change here", needs: [], filters: [], hidden: [], rows: [],
      paging: Paging(summary: "", first: nil, next: nil), exports: [], clearHref: "/changes",
      addHref: nil, isNarrowed: true),
  ]
}
