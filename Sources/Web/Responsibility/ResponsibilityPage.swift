import Calculator
import Programme
import Store

/// Everybody's part in everything, and what is asked of the viewer's own party first.
struct ResponsibilityPage: Page {
  static let template = "responsibility/matrix"

  let title = "Responsibilities"
  /// Where an activity is added; nil for those who may not.
  let addHref: String?
  /// "Your part, West Lothian Council", or another party's.
  let whose: String
  let parts: [PartLine]
  /// Whether some of them wait for the viewer's confirmation.
  let canConfirm: Bool
  /// All parts that wait, as they were seen.
  let seen: String
  let filters: [FormField]
  let matrix: ResponsibilityMatrix?
  let exports: [Link]
  let area: Area? = .responsibilities
  let isWide = true

  /// One activity in which the party has a part.
  struct PartLine: Part {
    let activity: Link
    let part: String
    let accountable: String
    /// "Confirmed by Iain Sinclair, 22 November 2026", or that it waits.
    let state: String
    /// Where the viewer confirms it; nil where that is done or is for somebody else.
    let confirmHref: String?
    let version: String
  }

  /// The matrix that a filter asks for.
  init(
    _ activities: [StoredActivity], _ parties: [PartyRow], filter: ResponsibilityFilter,
    viewer: Viewer
  ) {
    let party = filter.party ?? viewer.organisation
    let names = Dictionary(parties.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    let mine = party == viewer.organisation
    let mayConfirm = mine && viewer.may(.takePart)
    addHref = viewer.may(.coordinate) ? "/responsibilities/new" : nil
    whose = "\(mine ? "Your part" : "Their part"): \(names[party] ?? "a party that left")"
    parts = activities.compactMap { PartLine($0, of: party, names, mayConfirm: mayConfirm) }
    let open = activities.filter { stored in
      stored.assignments[party].map { $0.confirmedAt == nil } ?? false
    }
    canConfirm = mayConfirm && open.count > 1
    seen = open.map { "\($0.id):\($0.version)" }.joined(separator: " ")
    filters = filter.fields(parties, own: viewer.organisation)
    let shown = filter.columns(parties)
    matrix =
      activities.isEmpty
      ? nil : ResponsibilityMatrix(activities, shown, own: party)
    exports =
      activities.isEmpty
      ? [] : Link.exports("/responsibilities") { filter.address.at($0).text }
  }

  private init(matrix: ResponsibilityMatrix?, parts: [PartLine]) {
    addHref = matrix == nil ? nil : "/responsibilities/new"
    whose = "Your part: West Lothian Council"
    self.parts = parts
    canConfirm = matrix != nil
    seen = "1:2"
    filters = [FormField("show", "Show", .select([Choice("", "Everybody", isChosen: true)]))]
    self.matrix = matrix
    exports = matrix == nil ? [] : [Link("CSV", "/responsibilities.csv")]
  }

  static let sample = ResponsibilityPage(
    matrix: .sample,
    parts: [
      PartLine(
        activity: Link("Move the data", "/responsibilities/1"), part: "Responsible",
        accountable: "Lomond Systems", state: "Waits for you",
        confirmHref: "/responsibilities/1/confirm", version: "2")
    ])
  static let states = ["empty": ResponsibilityPage(matrix: nil, parts: [])]
}

extension ResponsibilityPage.PartLine {
  fileprivate init?(
    _ stored: StoredActivity, of party: ID<Organisation>, _ names: [ID<Organisation>: String],
    mayConfirm: Bool
  ) {
    guard let own = stored.assignments[party] else { return nil }
    activity = Link(stored.activity.title, "/responsibilities/\(stored.id)")
    part = own.part.rawValue
    accountable = stored.accountable.flatMap { names[$0] } ?? Shown.unknown
    state =
      own.confirmedAt.map { "Confirmed by \(own.confirmedBy), \(Shown.moment($0))" }
      ?? "Not confirmed"
    let waits = mayConfirm && own.confirmedAt == nil
    confirmHref = waits ? "/responsibilities/\(stored.id)/confirm" : nil
    version = String(stored.version)
  }
}
