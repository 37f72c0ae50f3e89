import Calculator
import Exchange
import Programme
import Store

/// One other programme beside what it clashes with.
struct OtherProgrammeRow: Sendable {
  let stored: StoredOtherProgramme
  let clashes: [OtherProgrammeClash]
}

/// The columns of the list of other programmes.
enum OtherProgrammeColumns {
  static let all: [ListColumn<OtherProgrammeRow>] = [
    name, runBy, from, to, parties, people, clashes,
  ]

  private static let name = ListColumn<OtherProgrammeRow>(
    "name", "Programme", export: { .text($0.stored.other.name) },
    cell: {
      .init($0.stored.other.name, href: "/other-programmes/\($0.stored.id)", isHead: true)
    })

  private static let runBy = ListColumn<OtherProgrammeRow>(
    "runBy", "Run by", export: { .text($0.stored.other.runBy) },
    cell: { .init(Shown.words($0.stored.other.runBy)) })

  private static let from = ListColumn<OtherProgrammeRow>(
    "from", "From", export: { .day($0.stored.other.from) },
    cell: { .init($0.stored.other.from.words) })

  private static let to = ListColumn<OtherProgrammeRow>(
    "to", "To", export: { $0.stored.other.to.map { .day($0) } ?? .blank },
    cell: { .init(Shown.day($0.stored.other.to)) })

  private static let parties = ListColumn<OtherProgrammeRow>(
    "parties", "Parties", isNumber: true,
    export: { .number(Exact($0.stored.other.parties.count)) },
    cell: { .init("\($0.stored.other.parties.count)", isNumber: true) })

  private static let people = ListColumn<OtherProgrammeRow>(
    "people", "People", export: { .text($0.stored.other.people.joined(separator: "; ")) },
    cell: { .init($0.stored.other.people.joined(separator: ", ")) })

  private static let clashes = ListColumn<OtherProgrammeRow>(
    "clashes", "Clashes", isNumber: true, export: { .number(Exact($0.clashes.count)) },
    cell: { row in
      row.clashes.isEmpty
        ? .init("none", isNumber: true)
        : .init("", tag: Tag("\(row.clashes.count)", .red), isNumber: true)
    })
}

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

/// One other programme: when, whom it draws on, and what clashes.
struct OtherProgrammePage: Page {
  static let template = "party/other-programme"

  let title: String
  let description: String?
  let withdrawn: Tag?
  let changeHref: String?
  let about: [SummaryLine]
  let parties: [Link]
  let clashes: [OtherProgrammeClash]
  let history: [JournalLine]
  let area: Area? = .otherProgrammes
  let trail = [Link("Other programmes", "/other-programmes")]

  /// One as it stands.
  init(
    _ stored: StoredOtherProgramme, demand: ProgrammeDemand, history: [JournalEntry],
    viewer: Viewer
  ) {
    let (other, stands) = (stored.other, stored.withdrawnAt == nil)
    title = other.name
    description = other.description.isEmpty ? nil : other.description
    withdrawn = stands ? nil : Tag("Withdrawn", .red)
    changeHref = stands && viewer.may(.coordinate) ? "/other-programmes/\(stored.id)/edit" : nil
    about = [
      SummaryLine("Run by", Shown.words(other.runBy)),
      SummaryLine("From", other.from.words), SummaryLine("To", Shown.day(other.to)),
      SummaryLine("People", Shown.words(other.people.joined(separator: ", "))),
    ]
    parties = demand.parties.filter { other.parties.contains($0.id) }
      .map { Link($0.name, $0.href) }
    clashes = stands ? demand.clashes(with: other) : []
    self.history = history.map { JournalLine($0, namesRecord: false) }
  }

  private init(isFull: Bool) {
    title = "National payroll"
    description = isFull ? "Moves every payroll to one system." : nil
    withdrawn = isFull ? Tag("Withdrawn", .red) : nil
    changeHref = isFull ? "/other-programmes/1/edit" : nil
    about = [SummaryLine("From", "1 April 2026")]
    parties = isFull ? [Link("Angus Council", "/councils/S12000041")] : []
    clashes =
      isFull
      ? [
        OtherProgrammeClash(
          subject: Link("Iain Sinclair", "/councils/S12000040"), words: "Champion")
      ] : []
    history = isFull ? [.sample] : []
  }

  static let sample = OtherProgrammePage(isFull: true)
  static let states = ["bare": OtherProgrammePage(isFull: false)]
}
