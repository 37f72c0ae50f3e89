import Programme
import Store

/// A partner at a glance: an equal of the councils.
struct PartnerPage: Page {
  static let template = "partner/detail"

  let title: String
  let capacity: String
  /// Nil for those who do not read the programme.
  let glance: PartyGlance?
  /// The people who act for it, by name.
  let people: [String]
  let area: Area? = .partners
  let trail = [Link("Partners", "/partners")]
  let isWide = true

  /// A partner as it stands.
  init(
    _ standing: PartyStanding, today: Day, people: [Participant], viewer: Viewer
  ) {
    title = standing.party.name
    capacity = standing.party.capacity.rawValue
    glance =
      viewer.may(.readProgramme)
      ? PartyGlance(standing, today: today, viewer: viewer) : nil
    self.people = people.map(\.name)
  }

  private init(glance: PartyGlance?, people: [String]) {
    title = "Lomond Systems"
    capacity = "supplier"
    self.glance = glance
    self.people = people
  }

  static let sample = PartnerPage(glance: .sample, people: ["Priya Nair"])
  static let states = ["closed": PartnerPage(glance: nil, people: [])]
}
