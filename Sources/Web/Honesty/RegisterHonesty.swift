import Calculator
import Programme
import Store

/// What the store knows of the honesty of all benefits within sight.
struct RegisterHonesty: Sendable {
  let sources: [StoredSource]
  let duplicateCount: Int
  let flagged: [CheckedBenefit]
  let dips: [CheckedBenefit]
  let paid: [CheckedBenefit]
  let withoutCheckCount: Int
}

extension CheckedBenefit {
  /// The parts that are never added up: cashable, the rest, and what goes to others.
  static var parts: [KeyPath<CheckedBenefit, Exact?>] {
    [\.ownCashable, \.ownNonCashable, \.transfer]
  }

  fileprivate var ownCashable: Exact? { isTransfer ? nil : cashable }
  fileprivate var ownNonCashable: Exact? {
    guard !isTransfer, let net, let cashable else { return nil }
    return net - cashable
  }
  fileprivate var transfer: Exact? { isTransfer ? net : nil }
}
