/// The correction for optimism that each confidence grade stands for, grade 1 first.
public struct ConfidenceTable<N: Number>: Sendable, Hashable {
  /// Fractions, one a grade.
  public var shares: [N]

  /// A table of its own.
  public init(shares: [N]) { self.shares = shares }

  /// 0, 5, 10, 15, 25 and 40 % for grades 1 to 6.
  public static var standard: ConfidenceTable {
    ConfidenceTable(shares: [0, 50, 100, 150, 250, 400].map { N(thousandths: $0) })
  }

  /// The correction of a grade; nil for one that is not in the table.
  public func share(ofGrade grade: Int) -> N? {
    grade > 0 && shares.indices.contains(grade - 1) ? shares[grade - 1] : nil
  }

  /// The correction of a benefit's grade; nil without a grade.
  func share(of inputs: Inputs<N>) -> N? { inputs.confidenceGrade.flatMap(share(ofGrade:)) }

  /// Refuses a grade that stands for nothing, unless a correction was typed.
  func check(_ inputs: Inputs<N>) throws(Undefined) {
    guard let grade = inputs.confidenceGrade, inputs.optimismBiasShare == nil,
      share(ofGrade: grade) == nil
    else { return }
    throw Undefined(because: "confidence grade \(grade) is not one of 1 to \(shares.count)")
  }
}
