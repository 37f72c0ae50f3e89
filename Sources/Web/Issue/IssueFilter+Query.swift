import Programme
import Store

extension IssueFilter {
  /// The names of the filters, sort and place in an address.
  static let names = [
    "state", "need", "owner", "raiser", "council", "kind", "severity", "priority", "cause",
    "words", "sort", "order", "after",
  ]

  /// Councils that are all of them: the whole programme.
  static let national = "national"

  /// Reads the filter of a list's address. Words that are none of ours are refused, for a list
  /// that ignored them would show more than was asked for.
  init(_ query: Submission) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    standing = reader.read("state", "a state") { IssueStanding(word: $0) } ?? .live
    need = reader.read("need", "a word of the list") { IssueNeed(rawValue: $0) }
    owner = reader.read("owner", "a party") { ID(text: $0) }
    raiser = reader.read("raiser", "a party") { ID(text: $0) }
    if query.given("council") == IssueFilter.national {
      isNational = true
    } else {
      council = reader.read("council", "the code of a council") { CouncilCode(text: $0) }
    }
    kind = reader.read("kind", "a kind") { IssueKind(rawValue: $0) }
    severity = reader.read("severity", "a word of the list") { IssueSeverity(rawValue: $0) }
    priority = reader.read("priority", "a word of the list") { IssuePriority(rawValue: $0) }
    cause = reader.read("cause", "a cause") { IssueCause(rawValue: $0) }
    words = reader.text("words") ?? ""
    sort = reader.read("sort", "a column") { IssueSort(rawValue: $0) } ?? .number
    descending =
      reader.read("order", "ascending or descending") {
        ["ascending": false, "descending": true][$0]
      } ?? sort.isUsuallyDescending
    after = reader.read("after", "a place in the list") { IssueCursor(text: $0) }
    try reader.finish()
  }

  /// The address that shows this list from its start.
  func address(_ path: String = "/issues") -> Address {
    Address(path)
      .with("state", standing.word).with("need", need?.rawValue)
      .with("owner", owner?.description).with("raiser", raiser?.description)
      .with("council", isNational ? IssueFilter.national : council?.description)
      .with("kind", kind?.rawValue).with("severity", severity?.rawValue)
      .with("priority", priority?.rawValue).with("cause", cause?.rawValue).with("words", words)
      .with("sort", sort == .number ? nil : sort.rawValue)
      .with(
        "order",
        descending == sort.isUsuallyDescending ? nil : descending ? "descending" : "ascending")
  }

  /// Whether anything narrows the list.
  var isNarrowed: Bool {
    var plain = IssueFilter()
    (plain.sort, plain.descending) = (sort, descending)
    (plain.after, plain.limit) = (after, limit)
    return self != plain
  }
}

extension IssueSort {
  /// The newest first, and the soonest or gravest first.
  var isUsuallyDescending: Bool { self == .number || self == .changed }
}

extension IssueStanding {
  init?(word: String) {
    switch word {
    case "all": self = .all
    case "finished": self = .finished
    default:
      guard let state = IssueState(rawValue: word) else { return nil }
      self = .state(state)
    }
  }

  /// The word in an address; nil for the usual one.
  var word: String? {
    switch self {
    case .live: nil
    case .finished: "finished"
    case .all: "all"
    case .state(let state): state.rawValue
    }
  }
}
