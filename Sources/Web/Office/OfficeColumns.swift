import Calculator
import Exchange
import Programme
import Store

/// The columns of the list of offices.
enum OfficeColumns {
  static let all: [ListColumn<OfficeRow>] = [party, office, holder, limit, deputy, from, to]

  private static let party = ListColumn<OfficeRow>(
    "party", "Party", order: { .text($0.party.name.lowercased()) },
    export: { .text($0.party.name) },
    cell: { .init($0.party.name, href: $0.party.href, isHead: true) })

  private static let office = ListColumn<OfficeRow>(
    "office", "Office", order: { .text($0.kind.rawValue) }, export: { .text($0.kind.rawValue) },
    cell: { .init($0.kind.rawValue) })

  private static let holder = ListColumn<OfficeRow>(
    "holder", "Holder",
    order: { $0.stored.map { .text($0.office.holder.lowercased()) } ?? .missing },
    export: { .text($0.stored?.office.holder ?? "") },
    cell: { row in
      row.stored.map { .init($0.office.holder) } ?? .init("", tag: Tag(row.kind.gap, .red))
    })

  private static let limit = ListColumn<OfficeRow>(
    "limit", "Limit of delegation, £", isNumber: true,
    order: { $0.stored?.office.limit.map { .money($0) } ?? .missing },
    export: { .money(orBlank: $0.stored?.office.limit) },
    cell: { row in
      let known = row.stored?.office.limit.map { Shown.bare($0) }
      return .init(
        known ?? (row.kind.decides && row.stored != nil ? Shown.unknown : ""), isNumber: true)
    })

  private static let deputy = ListColumn<OfficeRow>(
    "deputy", "Deputy", export: { .text($0.stored?.office.deputy ?? "") },
    cell: { .init($0.stored?.office.deputy ?? "") })

  private static let from = ListColumn<OfficeRow>(
    "from", "Since", order: { $0.stored.map { .day($0.office.from) } ?? .missing },
    export: { $0.stored.map { .day($0.office.from) } ?? .blank },
    cell: { .init($0.stored?.office.from.words ?? "") })

  private static let to = ListColumn<OfficeRow>(
    "to", "Until", order: { $0.stored?.office.to.map { .day($0) } ?? .missing },
    export: { $0.stored?.office.to.map { .day($0) } ?? .blank },
    cell: { .init($0.stored?.office.to?.words ?? "") })
}
