import Calculator
import Programme
import Testing

@Suite("Offices, readiness, responsibilities and other programmes")
struct PartyTests {
  private static let typed: [Office.Field: String] = [
    .kind: "Key decision maker", .holder: "Iain Sinclair", .limit: "250000.01",
    .deputy: "Elspeth Shaw", .from: "2026-04-01",
  ]

  private func office(
    _ from: String, _ to: String? = nil, kind: OfficeKind = .champion
  ) throws -> Office {
    Office(
      kind: kind, holder: "Iain Sinclair", from: try #require(Day(text: from)),
      to: to.flatMap { Day(text: $0) })
  }

  @Test(
    "PTY-1 and PTY-2: an office is read exactly, and what does not fit is refused at its field",
    arguments: [
      ([:], nil),
      ([.holder: "", .person: "00000000-0000-4000-8000-000000000016"], nil),
      ([.limit: ""], nil), ([.limit: "0"], nil),
      ([.holder: ""], Office.Field.holder),
      ([.person: "00000000-0000-4000-8000-000000000016"], .holder),
      ([.person: "Iain"], .person), ([.from: ""], .from), ([.from: "2026-02-30"], .from),
      ([.to: "2026-03-31"], .to), ([.kind: ""], .kind), ([.limit: "-1"], .limit),
      ([.limit: "lots"], .limit), ([.kind: "Champion"], .limit),
      ([.kind: "Champion", .limit: ""], .deputy),
    ] as [([Office.Field: String], Office.Field?)])
  func reading(_ changes: [Office.Field: String], _ refused: Office.Field?) throws {
    let texts = Self.typed.merging(changes) { $1 }
    let reading = Office.read(texts)
    #expect(reading.problems.map(\.place) == (refused.map { [.field($0.rawValue)] } ?? []))
    guard refused == nil else { return }
    let read = try #require(reading.value)
    #expect(read.limit == Exact(text: texts[.limit] ?? ""))
    #expect(read.texts.filter { !$0.value.isEmpty } == texts.filter { !$0.value.isEmpty })
  }

  @Test(
    "PTY-3: a holder without an end ends the day before the next; any other overlap is one",
    arguments: [
      ("2026-01-01", nil, "2026-03-01", "2026-02-28", true),
      ("2024-01-01", nil, "2024-03-01", "2024-02-29", true),
      ("2026-01-01", nil, "2027-01-01", "2026-12-31", true),
      ("2026-01-01", nil, "2026-01-01", nil, true),
      ("2026-01-01", nil, "2025-12-31", nil, true),
      ("2026-01-01", "2026-02-01", "2026-02-01", nil, true),
      ("2026-01-01", "2026-02-01", "2026-02-02", nil, false),
    ] as [(String, String?, String, String?, Bool)])
  func succession(
    from: String, to: String?, next: String, ends: String?, overlaps: Bool
  ) throws {
    let (held, following) = (try office(from, to), try office(next))
    #expect(held.ending(before: following)?.to?.description == ends)
    #expect(held.overlaps(following) == overlaps)
    #expect(following.overlaps(held) == overlaps)
    #expect(!held.overlaps(try office(next, kind: .boardChair)))
    let ended = held.ending(before: following)
    #expect(ended?.overlaps(following) != true)
  }

  @Test(
    "PTY-6: an answer says since or by when, and nothing is in place from a day to come",
    arguments: [
      ("In place", "", "day"), ("In hand", "", "day"), ("Not yet", "", nil),
      ("Not needed", "", nil), ("", "", nil), ("In place", "2026-11-23", "data.day"),
      ("In place", "2026-11-22", nil), ("In hand", "2026-11-23", nil), ("Nearly", "", "standing"),
    ] as [(String, String, String?)])
  func readiness(standing: String, day: String, refused: String?) throws {
    let today = try #require(Day(text: "2026-11-22"))
    let reading = ReadinessAnswer.read([.standing: standing, .day: day])
    let stored = reading.value.map { Readiness([.data: $0]).problems(today: today) } ?? []
    let places = (reading.problems + stored).map(\.place)
    #expect(places == (refused.map { [.field($0)] } ?? []))
  }

  @Test("PTY-6: who decides follows from the office, and a day that has passed is late")
  func knowing() throws {
    let today = try #require(Day(text: "2026-11-22"))
    let late = ReadinessAnswer(standing: .inHand, day: Day(text: "2026-11-21"))
    let readiness = Readiness([.data: late, .technology: .init(standing: .notNeeded)])
    #expect(readiness.doneCount == 1)
    #expect(readiness.knowing(decisionMakerFrom: today).doneCount == 2)
    #expect(readiness[.data].isLate(on: today))
    #expect(!readiness[.localBoard].isLate(on: today))
    #expect(!readiness[.data].isLate(on: try #require(Day(text: "2026-11-21"))))
  }

  @Test("PTY-7: exactly one party is accountable; whose part changes is known")
  func parts() throws {
    let (one, two, three) = (
      ID<Organisation>.random(), ID<Organisation>.random(), ID<Organisation>.random()
    )
    for wrong: [ID<Organisation>: ResponsibilityPart] in [
      [:], [one: .responsible], [one: .accountable, two: .accountable],
    ] {
      #expect(throws: Refusal.self) { try ActivityParts(wrong) }
    }
    let parts = try ActivityParts([one: .accountable, two: .responsible])
    #expect(parts.accountable == one && parts.others == [two: .responsible])
    let next = try ActivityParts([two: .accountable, one: .responsible, three: .informed])
    #expect(next.changed(since: parts.all) == [one, two, three])
    #expect(parts.changed(since: parts.all) == [])
    let fewer = try ActivityParts([one: .accountable])
    #expect(fewer.changed(since: parts.all) == [two])
  }

  @Test(
    "PTY-11: another programme overlaps by days and names people whatever the case",
    arguments: [
      ("2026-01-01", nil, true), ("2026-06-30", nil, true), ("2026-07-01", nil, false),
      ("2025-01-01", "2025-12-31", false), ("2025-01-01", "2026-01-01", true),
    ] as [(String, String?, Bool)])
  func overlapping(from: String, to: String?, overlaps: Bool) throws {
    let other = OtherProgramme(
      name: "Payroll", from: try #require(Day(text: "2026-01-01")),
      to: Day(text: "2026-06-30"), people: ["Iain Sinclair"])
    let first = try #require(Day(text: from))
    #expect(other.overlaps(from: first, to: to.flatMap { Day(text: $0) }) == overlaps)
    #expect(other.names("iain  SINCLAIR") && !other.names("Iain") && !other.names(""))
  }

  @Test("PTY-4: a council fills five offices, a supplier two, others one")
  func expected() {
    #expect(OfficeKind.expected(of: .council).count == 5)
    #expect(OfficeKind.expected(of: .supplier) == [.keyDecisionMaker, .technicalLead])
    #expect(OfficeKind.expected(of: .coordinatingBody) == [.keyDecisionMaker])
    #expect(OfficeKind.keyDecisionMaker.gap == "No key decision maker")
  }
}
