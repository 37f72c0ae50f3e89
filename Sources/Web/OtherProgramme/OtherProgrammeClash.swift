import Calculator
import Programme
import Store

/// Where another programme and this one want the same people or days.
struct OtherProgrammeClash: Part {
  /// Who or what clashes.
  let subject: Link
  /// "Key decision maker of West Lothian Council, since 1 April 2026".
  let words: String
}

/// What this programme wants of parties and people, to be held against others.
struct ProgrammeDemand: Sendable {
  let parties: [PartyRow]
  let offices: [StoredOffice]
  let milestones: [OpenMilestone]

  /// Where another programme clashes with it: people first, then days.
  func clashes(with other: OtherProgramme) -> [OtherProgrammeClash] {
    people(with: other)
      + milestones.filter { other.parties.contains($0.party) && other.covers($0.day) }.map {
        OtherProgrammeClash(
          subject: Link($0.title, "/milestones/\($0.id)"),
          words: "milestone of \($0.partyName), \($0.day.words)")
      }
  }

  private func people(with other: OtherProgramme) -> [OtherProgrammeClash] {
    let pages = Dictionary(parties.map { ($0.id, $0.href) }, uniquingKeysWith: { $1 })
    return offices.filter { stored in
      other.overlaps(from: stored.office.from, to: stored.office.to)
        && (other.names(stored.office.holder) || other.names(stored.office.deputy))
    }.map { stored in
      let office = stored.office
      let who = other.names(office.holder) ? office.holder : office.deputy
      let end = office.to.map { " to \($0.words)" } ?? ""
      let what = other.names(office.holder) ? office.kind.rawValue : "Deputy decision maker"
      return OtherProgrammeClash(
        subject: Link(who, pages[stored.party] ?? "/offices"),
        words: "\(what) of \(stored.partyName), from \(office.from.words)\(end)")
    }
  }
}
