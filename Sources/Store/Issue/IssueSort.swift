import Programme

/// Which states a list shows.
public enum IssueStanding: Sendable, Hashable {
  /// All that are not finished.
  case live
  /// Those that are.
  case finished
  /// All.
  case all
  /// One state.
  case state(IssueState)
}

/// What issues wait for; the raw value stands in addresses.
public enum IssueNeed: String, CaseIterable, Sendable {
  /// Nobody answers for them yet.
  case untriaged
  /// The next action is late.
  case overdue
  /// The board is asked.
  case escalated
  /// The viewer's party answers for them.
  case ours
  /// The viewer watches them.
  case watched
  /// They were told in confidence.
  case confided
}

/// What a list of issues can be sorted by; the raw value stands in addresses.
public enum IssueSort: String, CaseIterable, Sendable {
  /// The number, which follows when they were raised.
  case number
  /// The day of the next action; those without one come last.
  case due
  /// How much harm they do.
  case severity
  /// How soon they are to be dealt with.
  case priority
  /// When they were last changed.
  case changed
}

/// A place in a sorted list: the sort key and the number of the row before it.
public struct IssueCursor: Sendable, Hashable {
  let key: String
  let number: Int

  init(key: String, number: Int) {
    self.key = key
    self.number = number
  }

  /// Reads what ``text`` wrote; nil for anything else.
  public init?(text: String) {
    let parts = text.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[1]), number >= 0, parts[0].utf8.count <= 40,
      parts[0].utf8.allSatisfy({ $0 == 0x2D || (0x30...0x39).contains($0) || $0 >= 0x61 })
    else { return nil }
    self.init(key: String(parts[0]), number: number)
  }

  /// The place as it stands in an address.
  public var text: String { "\(key)_\(number)" }
}
