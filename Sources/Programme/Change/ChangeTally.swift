/// How an affected party stands with its position on a day.
public enum PositionStanding: Hashable, Sendable {
  /// It took a position.
  case taken(ChangePosition.Answer)
  /// It has that many days left; 0 on the last of them.
  case waiting(days: Int)
  /// It let the deadline pass, that many days ago: deemed to have had its say, and never counted as
  /// having agreed.
  case deemed(days: Int)
  /// It was decided before the party's time was over.
  case unheard
}

/// How an affected party stands with its acknowledgement on a day.
public enum AcknowledgementStanding: Hashable, Sendable {
  /// Nothing was decided, or the party was not told.
  case untold
  /// It has that many days left; 0 on the last of them.
  case waiting(days: Int)
  /// It let the deadline pass, that many days ago: deemed to know, and shown as such.
  case deemed(days: Int)
  /// It acknowledged.
  case acknowledged
}

/// How many parties stand how with their positions. Each party is counted once.
public struct ChangeTally: Hashable, Sendable {
  /// Those that accepted in words.
  public private(set) var accepted = 0
  /// Those that objected.
  public private(set) var objected = 0
  /// Those that proposed something else.
  public private(set) var countered = 0
  /// Those whose time to answer is not over.
  public private(set) var waiting = 0
  /// Those that let the deadline pass: never agreement.
  public private(set) var deemed = 0
  /// Those that were not heard, because it was decided before their time was over.
  public private(set) var unheard = 0

  /// Counts standings.
  public init(_ standings: [PositionStanding]) {
    for standing in standings {
      switch standing {
      case .taken(.accept): accepted += 1
      case .taken(.object): objected += 1
      case .taken(.counter): countered += 1
      case .waiting: waiting += 1
      case .deemed: deemed += 1
      case .unheard: unheard += 1
      }
    }
  }

  /// Every party.
  public var total: Int { accepted + objected + countered + waiting + deemed + unheard }
  /// Whether every party accepted in words.
  public var isUnanimous: Bool { accepted == total }
}
