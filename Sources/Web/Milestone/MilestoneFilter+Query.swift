import Programme
import Store

extension MilestoneFilter {
  /// Reads the filter of a list's address. People of a council or a supplier see their own party's
  /// milestones, unless the address says otherwise.
  init(_ query: Submission, for viewer: Viewer) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    party = reader.party(for: viewer)
    state = reader.read("state", "a word of the list") { MilestoneState(rawValue: $0) } ?? .open
    from = reader.read("from", "a day such as 2026-11-22") { Day(text: $0) }
    to = reader.read("to", "a day such as 2026-11-22") { Day(text: $0) }
    words = reader.text("words") ?? ""
    after = reader.read("after", "a place in the list") { MilestoneCursor(text: $0) }
    try reader.finish()
  }

  /// The address that shows this list from its start.
  func address(_ path: String = "/milestones") -> Address {
    Address(path).with("party", party?.description ?? MilestoneFilter.everyParty)
      .with("state", state == .open ? nil : state.rawValue)
      .with("from", from?.description).with("to", to?.description).with("words", words)
  }

  /// Whether more than the party is chosen, so that an empty list says so.
  var isNarrowed: Bool { state != .open || from != nil || to != nil || !words.isEmpty }

  /// The word in an address for all parties.
  static let everyParty = "all"
}

extension QueryReader {
  /// The party that the address chooses; one's own where it chooses none; nil for all.
  mutating func party(for viewer: Viewer) -> ID<Organisation>? {
    let chosen = read("party", "a party of the programme") { text -> ID<Organisation>?? in
      text == MilestoneFilter.everyParty
        ? .some(nil) : ID<Organisation>(text: text).map(Optional.some)
    }
    return chosen ?? (viewer.keepsOwnParty ? viewer.organisation : nil)
  }
}

extension Viewer {
  /// Whether somebody's lists begin with the own party.
  var keepsOwnParty: Bool { startsWithOwn || role == .partner }
}
