import Calculator
import Programme
import Store

/// A party at a glance: who decides, who speaks for the programme, how ready it is, and what is
/// asked of it.
struct PartyGlance: Part {
  let offices: [OfficeLine]
  /// A council's checklist; empty for other parties.
  let checks: [CheckLine]
  /// "3 of 5"; nil for other parties.
  let ready: String?
  /// Where the checklist is changed; nil for those who may not.
  let readinessHref: String?
  /// What is open, late or asked, each a link to it.
  let matters: [Matter]

  /// An office: who holds it, or that nobody does.
  struct OfficeLine: Part {
    let office: String
    let holder: String
    /// "up to £250,000.00, deputy Elspeth Shaw".
    let note: String?
    let gap: Tag?
    /// "Change" or "Name one", and where that is done; nil for those who may not.
    let change: String
    let changeHref: String?
  }

  /// One check of the readiness.
  struct CheckLine: Part {
    let label: String
    let tag: Tag
    /// "since 1 April 2026: Meets monthly".
    let note: String
  }

  /// Something counted, and where it is found.
  struct Matter: Part {
    let label: String
    let value: String
    let href: String
    let isBad: Bool
  }

  /// How a party stands, for somebody who may keep its share of the record or not.
  init(_ standing: PartyStanding, today: Day, viewer: Viewer) {
    let mayKeep = viewer.mayKeep(recordOf: standing.party.id)
    let expected = OfficeKind.expected(of: standing.party.kind)
    offices = OfficeKind.allCases.compactMap { kind in
      let stored = standing.office(kind)
      guard stored != nil || expected.contains(kind) else { return nil }
      return OfficeLine(kind, stored, of: standing.party, mayKeep: mayKeep)
    }
    ready = standing.readiness?.words
    checks =
      standing.readiness.map { readiness in
        ReadinessCheck.allCases.map { CheckLine($0, readiness[$0], today: today) }
      } ?? []
    readinessHref =
      mayKeep && standing.readiness != nil ? standing.party.href + "/readiness" : nil
    matters = PartyMatters.all.compactMap { $0(standing) }
  }

  private init(
    offices: [OfficeLine], checks: [CheckLine], ready: String?, readinessHref: String?,
    matters: [Matter]
  ) {
    self.offices = offices
    self.checks = checks
    self.ready = ready
    self.readinessHref = readinessHref
    self.matters = matters
  }

  static let sample = PartyGlance(
    offices: [
      OfficeLine(
        office: "Key decision maker", holder: "Iain Sinclair", note: "up to £250,000.00",
        gap: nil, change: "Change", changeHref: "/offices/1/edit"),
      OfficeLine(
        office: "Champion", holder: "", note: nil, gap: Tag("No champion", .red),
        change: "Name one", changeHref: nil),
    ],
    checks: [
      CheckLine(
        label: "Local project board exists", tag: Tag("In place", .green),
        note: "since 1 April 2026: Meets monthly")
    ], ready: "1 of 5", readinessHref: "/councils/S12000040/readiness",
    matters: [
      Matter(label: "Parts not confirmed", value: "2", href: "/responsibilities", isBad: true)
    ])
}
