/// What benefits can be grouped by; the raw value is the word the outside uses.
public enum Dimension: String, CaseIterable, Sendable {
  /// The council that claims the benefit.
  case council
  /// The service it arises in.
  case service
  /// The programme objective it serves.
  case objective
  /// Who gains; a benefit with several is shared between them.
  case stakeholder
  /// Tangible or intangible.
  case tangibility
  /// Cashable or non-cashable.
  case cashability
  /// The kind of benefit.
  case category
  /// Where it stands in its life.
  case status
}

/// One benefit as the engine sees it: inputs, two marks, and labels to group by.
public struct BenefitCase<N: Number>: Sendable, Hashable {
  /// Reference of the benefit.
  public var id: String
  /// What was typed.
  public var inputs: Inputs<N>
  /// A budget falls, or money is freed to spend elsewhere.
  public var isCashable: Bool
  /// The value reaches someone other than the council. Take-up always does.
  public var accruesToOthers: Bool
  /// It was given up: no figure, and in no total.
  public var isWithdrawn: Bool
  /// The criteria of a scored benefit.
  public var criteria: [Criterion<N>]
  /// Labels for the pivot; a dimension that is missing falls into the "(blank)" bucket.
  public var labels: [Dimension: [String]]

  /// A benefit of the council's own, non-cashable and without labels unless given.
  public init(
    id: String, inputs: Inputs<N>, isCashable: Bool = false, accruesToOthers: Bool = false,
    isWithdrawn: Bool = false, criteria: [Criterion<N>] = [], labels: [Dimension: [String]] = [:]
  ) {
    self.id = id
    self.inputs = inputs
    self.isCashable = isCashable
    self.accruesToOthers = accruesToOthers
    self.isWithdrawn = isWithdrawn
    self.criteria = criteria
    self.labels = labels
  }

  /// What a scored benefit might be worth, pounds a year; nil for the others.
  var proxyValue: N? { inputs.method == .score && !isWithdrawn ? inputs.proxyValue : nil }

  /// True when the value belongs in no total of the council.
  public var isTransfer: Bool { accruesToOthers || inputs.method == .takeUp }
}
