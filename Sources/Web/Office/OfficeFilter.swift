import Programme
import Store

/// An office of a party, held or not, as the list shows it.
struct OfficeRow: Sendable {
  let party: PartyRow
  let kind: OfficeKind
  /// Nil for a gap.
  let stored: StoredOffice?
}

/// Which offices the list shows.
struct OfficeFilter: Sendable {
  var kind: OfficeKind?
  /// Those that nobody holds only.
  var isGaps = false
  var sort: ListSort

  /// Reads the filter of a list's address.
  init(_ query: Submission) throws(Refusal) {
    var reader = QueryReader(query)
    kind = reader.read("kind", "an office") { OfficeKind(rawValue: $0) }
    isGaps = reader.read("state", "a word of the list") { ["gaps": true][$0] } ?? false
    sort = ListSort(&reader, among: OfficeColumns.all.map(\.name))
    try reader.finish()
  }

  /// The address that shows this list, without its sorting.
  var address: Address {
    Address("/offices").with("kind", kind?.rawValue).with("state", isGaps ? "gaps" : nil)
  }

  /// The offices that it finds, sorted.
  func rows(_ standing: ProgrammeStanding) -> [OfficeRow] {
    let all = standing.parties.flatMap { party in
      OfficeKind.allCases.compactMap { kind -> OfficeRow? in
        let stored = party.office(kind)
        guard stored != nil || party.gaps.contains(kind) else { return nil }
        return OfficeRow(party: party.party, kind: kind, stored: stored)
      }
    }
    let found = all.filter { row in
      (kind == nil || row.kind == kind) && (!isGaps || row.stored == nil)
    }
    return sort.sorted(found, by: OfficeColumns.all)
  }
}
