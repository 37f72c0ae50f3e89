import Testing

@testable import Programme

@Suite("Who may see and do what")
struct AccessTests {
  let own = ID<Organisation>.random()
  let other = ID<Organisation>.random()

  func viewer(_ role: Role) -> Viewer {
    Viewer(
      person: .random(), name: "Somebody", role: role, organisation: own,
      organisationName: "Fife Council", organisationCode: nil, programme: .random())
  }

  @Test(
    "Another council's records are seen as far as the role and their visibility go",
    arguments: [
      (Role.council, [Visibility.published]), (.viewer, [.published]), (.partner, [.published]),
      (.coordinator, [.shared, .published]), (.board, [.shared, .published]),
      (.auditor, [.draft, .shared, .published]), (.admin, []),
    ])
  func sight(role: Role, seen: [Visibility]) {
    let viewer = viewer(role)
    for visibility in Visibility.allCases {
      #expect(viewer.sees(visibility, of: other) == seen.contains(visibility))
      #expect(viewer.sees(visibility, of: own) == (role != .admin))
    }
  }

  @Test("Only a council's own officer changes its records", arguments: Role.allCases)
  func changing(role: Role) {
    #expect(viewer(role).mayChange(recordsOf: own) == (role == .council))
    #expect(!viewer(role).mayChange(recordsOf: other))
  }

  @Test(
    "A council's code is a letter and eight digits",
    arguments: [
      ("S12000040", "S12000040"), ("s12000040", "S12000040"), ("X00000001", "X00000001"),
      ("S1200004", nil), ("112000040", nil), ("S1200004O", nil), ("S12000040 ", nil), ("", nil),
    ] as [(String, String?)])
  func codes(text: String, code: String?) {
    #expect(CouncilCode(text: text)?.description == code)
  }
}
