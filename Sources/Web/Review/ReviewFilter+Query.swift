import Programme
import Store

extension ReviewFilter {
  /// Reads the filter of the list's address. A council's own people see their own council's
  /// benefits, unless the address says otherwise.
  init(_ query: Submission, for viewer: Viewer) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    need = reader.read("need", "a word of the list") { ReviewNeed(rawValue: $0) }
    let own = viewer.startsWithOwn ? viewer.organisationCode : nil
    let chosen = reader.read("council", "the code of a council, or all") {
      (text: String) -> CouncilCode?? in
      text == ReviewFilter.everyCouncil ? .some(nil) : CouncilCode(text: text).map(Optional.some)
    }
    council = chosen ?? own
    owner = reader.text("owner")
    after = reader.read("after", "a place in the list") { BenefitCursor(text: $0) }
    try reader.finish()
  }

  /// The address that shows this list from its start.
  func address(_ path: String = "/reviews") -> Address {
    Address(path).with("need", need?.rawValue)
      .with("council", council?.description ?? ReviewFilter.everyCouncil).with("owner", owner)
  }

  /// The word in an address for all councils.
  static let everyCouncil = "all"
}

extension ReviewNeed {
  /// What the list calls those benefits.
  var words: String {
    switch self {
    case .overdue: "Overdue"
    case .due: "Due within \(ReviewStanding.dueDays) days"
    case .never: "Never reviewed"
    case .unplanned: "No review planned"
    }
  }
}
