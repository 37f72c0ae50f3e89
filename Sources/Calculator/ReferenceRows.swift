/// What one contact costs by one channel: a dated reference row with its source.
public struct ChannelCost<N: Number>: Sendable, Hashable {
  /// Name of the channel, matched trimmed and without regard to case.
  public var name: String
  /// Pounds a contact.
  public var cost: N
  /// Where the figure comes from.
  public var source: String
  /// The year it was measured in.
  public var year: String

  /// A row with its source and year, which may be empty when nobody wrote them down.
  public init(name: String, cost: N, source: String = "", year: String = "") {
    self.name = name
    self.cost = cost
    self.source = source
    self.year = year
  }
}

/// One criterion of a scored benefit.
public struct Criterion<N: Number>: Sendable, Hashable {
  /// What is judged.
  public var name: String
  /// How much it counts beside the others; any positive scale.
  public var weight: N
  /// 0 to 10; blank is not scored, which is not 0.
  public var score: N?
  /// Why this score.
  public var note: String

  /// A criterion, not scored unless given.
  public init(name: String, weight: N, score: N? = nil, note: String = "") {
    self.name = name
    self.weight = weight
    self.score = score
    self.note = note
  }
}

/// One line of cost: once (the years are equal) or every year from the first to the last.
public struct CostLine<N: Number>: Sendable, Hashable {
  /// Reference of the line.
  public var id: String
  /// Pounds a year; negative for a residual value, an income at the end.
  public var amount: N
  /// First year, counted from the base year.
  public var fromYear: Int
  /// Last year, included.
  public var toYear: Int
  /// Raises a cost, lowers a residual value; a fraction.
  public var optimismBiasShare: N

  /// A line of cost without optimism bias unless given.
  public init(id: String, amount: N, fromYear: Int, toYear: Int, optimismBiasShare: N = .zero) {
    self.id = id
    self.amount = amount
    self.fromYear = fromYear
    self.toYear = toYear
    self.optimismBiasShare = optimismBiasShare
  }
}
