import Programme
import Store

extension ChangeFilter {
  /// Reads the filter of the list's address.
  init(_ query: Submission) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    state = reader.read("state", "a state of the list") { ChangeState(rawValue: $0) }
    party = reader.read("party", "a party of the list") { ID<Organisation>(text: $0) }
    need = reader.read("need", "a word of the list") { ChangeNeed(rawValue: $0) }
    words = reader.text("words") ?? ""
    after = reader.read("after", "a place in the list") { Int($0) }
    try reader.finish()
  }

  /// The address that shows this list from its start.
  func address(_ path: String = "/changes") -> Address {
    Address(path).with("need", need?.rawValue).with("state", state?.rawValue)
      .with("party", party?.description).with("words", words)
  }
}

extension ChangeNeed {
  /// What the list calls those changes.
  var words: String {
    switch self {
    case .ours: "Waiting for us"
    case .overdue: "Overdue"
    case .open: "Being negotiated"
    }
  }
}

extension Database {
  /// Every row of the list of changes, page after page.
  func everyChangeRow(of filter: ChangeFilter, as viewer: Viewer) throws -> [ChangeRow] {
    var filter = filter
    filter.after = nil
    filter.limit = ChangeFilter.limitMaximum
    var rows: [ChangeRow] = []
    while true {
      let page = try changePage(filter, as: viewer)
      rows += page.rows
      guard let next = page.next else { return rows }
      filter.after = next
    }
  }
}
