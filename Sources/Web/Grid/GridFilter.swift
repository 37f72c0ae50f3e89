import Programme
import Store

/// Which councils the grid shows, and in what order.
struct GridFilter: Sendable {
  /// Taking part in one capacity only.
  var capacity: Capacity?
  /// Those of which one thing is true only.
  var only: GridCondition?
  var sort: ListSort

  /// Reads the filter of the grid's address.
  init(_ query: Submission) throws(Refusal) {
    var reader = QueryReader(query)
    capacity = reader.read("capacity", "a capacity") { Capacity(rawValue: $0) }
    only = reader.read("only", "a word of the list") { GridCondition(rawValue: $0) }
    sort = ListSort(&reader, among: GridColumns.all.map(\.name))
    try reader.finish()
  }

  /// The address that shows this grid, without its sorting.
  var address: Address {
    Address("/programme").with("capacity", capacity?.rawValue).with("only", only?.rawValue)
  }

  /// The councils that it finds, sorted.
  func rows(_ standing: ProgrammeStanding) -> [GridRow] {
    let all = standing.councils.map { GridRow(standing: $0, today: standing.today) }
    let found = all.filter { row in
      (capacity == nil || row.party.capacity == capacity) && (only?.holds(row) ?? true)
    }
    return sort.sorted(found, by: GridColumns.all)
  }
}

/// What may be asked for on the grid, for those who look for what is wanting.
enum GridCondition: String, CaseIterable, Sendable {
  case notReady, late, nobodyDecides, milestonesLate, issuesLate, officesOpen, partsOpen,
    charterOpen, noBenefits

  /// What the filter calls it.
  var words: String {
    switch self {
    case .notReady: "Not ready"
    case .late: "Late to get ready"
    case .nobodyDecides: "No key decision maker"
    case .milestonesLate: "With late milestones"
    case .issuesLate: "With late issues"
    case .officesOpen: "With an office open"
    case .partsOpen: "With parts not confirmed"
    case .charterOpen: "Charter not accepted"
    case .noBenefits: "No benefit recorded"
    }
  }

  /// Whether it is true of a council.
  func holds(_ row: GridRow) -> Bool {
    switch self {
    case .notReady: !row.readiness.isComplete
    case .late: row.readiness.lateCount(on: row.today) > 0
    case .nobodyDecides: row.standing.decisionMaker == nil
    case .milestonesLate: row.standing.lateMilestones > 0
    case .issuesLate: row.standing.issues.late > 0
    case .officesOpen: !row.standing.gaps.isEmpty
    case .partsOpen: row.standing.unconfirmedCount > 0
    case .charterOpen: row.standing.charter == .open
    case .noBenefits: row.totals.count == 0
    }
  }
}
