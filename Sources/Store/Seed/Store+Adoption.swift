import Calculator
import Foundation
import Programme

extension Store {
  /// Makes a benefit of a pattern in a council's register, as an officer would: some of what is
  /// assumed is replaced, some confirmed, and the last two assumptions wait. Safe to repeat; returns
  /// whether it was made. Throws ``StoreError/inconsistent(_:)`` for a council without a register or a
  /// pattern that cannot be used.
  @discardableResult
  public func seedAdoption(of pattern: Pattern, for council: CouncilCode) async throws -> Bool {
    guard let viewer = try await operatorViewer(for: council),
      var made = pattern.benefit(reference: "B000", council: viewer.organisationName).value
    else { throw StoreError.inconsistent("\(pattern.id) cannot be used by \(council)") }
    made.reference = ""
    made.owner = "Head of Customer Services"
    if made.inputs.volume != nil { made.inputs.volume = Exact(17_250) }
    let benefit = made
    let act = Act(name: "benefit.add", requestID: "seed")
    return try await write(as: viewer, act) { db in
      let stored = try db.benefits(of: viewer.organisation, as: viewer)
      guard !stored.contains(where: { $0.benefit.title == benefit.title }) else { return false }
      let id = try db.addBenefit(
        benefit, to: viewer.organisation, visibility: .shared, adopting: pattern, by: act,
        as: viewer)
      let open = Adoption(of: pattern).open(in: benefit).map(\.field)
      try db.confirmAssumptions(
        Set(open.dropLast(2)), of: id, expecting: 1,
        by: Act(name: "benefit.confirm", requestID: "seed"), as: viewer)
      return true
    }
  }
}
