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
