/// What the runs of a simulation gave, by the number of the run. Parts may be merged in any order.
public struct Trials: Sendable, Hashable {
  private struct Part: Sendable, Hashable {
    let first: Int
    let values: [NetPresentValue]
  }

  /// In the order of their first run.
  private var parts: [Part]

  /// No runs yet.
  public init() { parts = [] }

  /// A part that begins with a run, for figures that were kept.
  public init(first: Int, values: [NetPresentValue]) {
    parts = [Part(first: first, values: values)]
  }

  /// How many runs there are.
  public var count: Int { parts.reduce(0) { $0 + $1.values.count } }

  /// Every run, in the order of their numbers.
  public var values: [NetPresentValue] { parts.flatMap(\.values) }

  /// Takes in another part; each run may come once.
  public mutating func merge(_ other: Trials) {
    parts = (parts + other.parts).filter { !$0.values.isEmpty }.sorted { $0.first < $1.first }
  }

  /// The distribution of the net present value of a view; nil when no run has a figure.
  public func distribution(in view: View) -> Distribution? {
    Distribution(of: values.map { $0.value(in: view) })
  }
}
