import Calculator
import Hummingbird
import Programme
import Store

/// The first page: what needs the viewer.
enum StartHandlers {
  /// What waits, what the figures are, and what happened last.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    guard viewer.may(.readBenefits) else { return visit.page(NeedsPage.empty(for: viewer)) }
    let page = try await visit.store.read(as: viewer) { db in
      let start = try db.startPage(as: viewer)
      var journal = JournalFilter()
      journal.limit = JournalPage.entriesLooked
      let recent = viewer.may(.readJournal) ? try db.journal(journal, as: viewer) : []
      return NeedsPage(
        viewer, totals: try db.benefits(.own(viewer), as: viewer).totals,
        waiting: Attention.allCases.compactMap { kind in
          guard let list = start.lists[kind], list.count > 0 else { return nil }
          return Waiting(
            kind: kind, count: list.count,
            first: list.rows.map {
              Link("\($0.reference) \($0.title)", "/benefits/\($0.id)\(kind.path)")
            })
        }, imports: start.imports, recent: recent,
        due: try db.due(.own, as: viewer), told: try db.newNotices(as: viewer))
    }
    return visit.page(page)
  }
}

/// What waits of one kind, and the first few of them.
struct Waiting: Sendable {
  let kind: Attention
  let count: Int
  let first: [Link]

  /// Leads to the list of all, where these are but the first.
  func more(for viewer: Viewer) -> Link? {
    guard count > first.count else { return nil }
    var filter = BenefitFilter.own(viewer)
    filter.needs = kind
    return Link("and \(Shown.quantity(Exact(count - first.count))) more", filter.address().text)
  }
}

extension NeedsPage {
  /// For those who see no benefits.
  static func empty(for viewer: Viewer) -> NeedsPage {
    NeedsPage(
      organisation: viewer.organisationName, next: nil, due: [], moreDue: nil, notices: [],
      moreNotices: nil, needs: [], calm: "Your account is not one that sees benefits.",
      look: Link("Look at the councils that take part", "/councils"), figures: [], imports: [],
      recent: [])
  }

  /// What the store found for the viewer.
  init(
    _ viewer: Viewer, totals: BenefitTotals, waiting: [Waiting], imports: [ImportRun],
    recent: [JournalEntry], due list: DueList, told: NoticePage
  ) {
    organisation = viewer.organisationName
    let benefits = viewer.may(.writeBenefits) ? NeedsPage.next(waiting.first, totals) : nil
    next = NeedsPage.late(list) ?? benefits
    due = list.items.map { DueLine($0, today: list.today) }
    moreDue = list.count > list.items.count ? "and \(list.count - list.items.count) more" : nil
    notices = told.rows.map { NoticeLine($0, today: list.today, back: "/") }
    moreNotices = told.next.map { _ in
      let new = told.counts.values.reduce(0) { $0 + $1.new }
      return Link("All \(Shown.count(new, "new notice"))", "/notices?show=new")
    }
    needs = waiting.map { waiting in
      Need(
        count: Shown.quantity(Exact(waiting.count)), what: waiting.kind.what(waiting.count),
        why: waiting.kind.why, benefits: waiting.first, more: waiting.more(for: viewer))
    }
    calm =
      viewer.may(.writeBenefits)
      ? "Every benefit of your council has a figure, an owner, evidence and a review to come."
      : "No benefit that you may see lacks a figure, an owner, evidence or a review."
    look = Link("Look through the benefits", "/benefits")
    figures = Figure.list(totals)
    self.imports = viewer.may(.writeBenefits) ? imports.map(ImportLine.init) : []
    self.recent = JournalAct.list(recent, limit: JournalPage.entriesLooked).prefix(5)
      .map { Recent(JournalLine($0)) }
  }

  /// What should have been done by now, the oldest first.
  private static func late(_ due: DueList) -> NextStep? {
    guard let first = due.items.first, let day = first.day, day < due.today else { return nil }
    return NextStep(
      heading: "\(first.kind.words): \(first.title)", why: "It was due on \(day.words).",
      action: Link("Deal with it", SafePath.of(first.path)))
  }

  /// The most pressing thing, or the first thing to do in an empty register.
  private static func next(_ waiting: Waiting?, _ totals: BenefitTotals) -> NextStep? {
    if totals.count == 0 {
      return NextStep(
        heading: "Bring in your calculator file",
        why: "It is checked first; nothing changes before you say so.",
        action: Link("Import a calculator file", "/imports/new"))
    }
    guard let waiting, let first = waiting.first.first else { return nil }
    let count = Shown.count(waiting.count, "benefit")
    return NextStep(
      heading: waiting.kind.todo(count), why: waiting.kind.why,
      action: Link("Start with the first", first.href))
  }
}

extension Database {
  /// The first of what the viewer was told and has not read.
  fileprivate func newNotices(as viewer: Viewer) throws -> NoticePage {
    var filter = NoticeFilter()
    filter.isNew = true
    filter.limit = NoticeLimit.start
    return try notices(filter, as: viewer)
  }
}

extension NeedsPage.ImportLine {
  fileprivate init(_ run: ImportRun) {
    file = run.fileName
    href = "/imports/\(run.id)"
    council = run.councilName
    when = Shown.moment(run.stagedAt)
    state = Tag(run.state)
  }
}

extension NeedsPage.Recent {
  fileprivate init(_ line: JournalLine) {
    when = line.when
    who = line.who
    what = line.act
    record = line.record
  }
}

extension BenefitFilter {
  /// The viewer's own council's benefits, for a council; else all within sight. One row is enough
  /// where only the totals are wanted.
  fileprivate static func own(_ viewer: Viewer) -> BenefitFilter {
    var filter = BenefitFilter()
    filter.limit = 1
    if viewer.startsWithOwn { filter.council = viewer.organisationCode }
    return filter
  }
}

extension Tag {
  /// Where an import stands.
  init(_ state: ImportRun.State) {
    switch state {
    case .staged: self.init("Checked", .yellow)
    case .confirmed: self.init("Applied", .green)
    case .undone, .discarded: self.init(state == .undone ? "Undone" : "Discarded", .grey)
    }
  }
}
