/// A Monte Carlo simulation: the net present value of both views, run by run, with every uncertain
/// variable drawn anew.
///
/// What a run gives depends on the seed, its number and the names of what varies, and on nothing
/// else: not on the order of rows, nor on how the runs are split. So a long simulation may be run
/// in parts, on several threads, and taken up again.
public struct Simulation: Sendable {
  /// The generator's name, to be kept with the seed.
  public static let generator = Philox.name

  /// The seed.
  public let seed: UInt64
  /// Why no run can have a figure; nil when it can.
  public var refusal: String? { Engine(appraisal).worthing.refusal }

  let appraisal: Appraisal<Double>
  let draws: [Draw]

  /// A triangle with its place in the appraisal and its stream of numbers.
  struct Draw: Sendable {
    let triangle: Triangle
    let slot: Slot
    let stream: UInt64

    func value(seed: UInt64, run: Int) -> Double {
      let share = Philox.uniform(
        seed: seed, stream: stream, run: UInt64(truncatingIfNeeded: run))
      return triangle.value(at: share)
    }
  }

  /// A simulation of an appraisal. Refuses a variable that is not there, stands twice or takes
  /// whole years, values out of order, and more than ``Limit/simulationVariables`` of them.
  public init(
    of appraisal: Appraisal<Double>, varying triangles: [Triangle], seed: UInt64
  ) throws(VariableRefusal) {
    self.seed = seed
    self.appraisal = appraisal.inOrder
    var draws: [Draw] = []
    for triangle in triangles.sorted(by: { $0.variable < $1.variable }) {
      let name = triangle.variable.text
      guard draws.last?.triangle.variable != triangle.variable else {
        throw VariableRefusal(variable: name, because: "it stands twice")
      }
      guard draws.count < Limit.simulationVariables else {
        throw VariableRefusal(
          variable: name, because: "at most \(Limit.simulationVariables) can vary at once")
      }
      try triangle.check()
      let slot = try self.appraisal.slot(of: triangle.variable)
      draws.append(Draw(triangle: triangle, slot: slot, stream: Philox.stream(of: name)))
    }
    self.draws = draws
  }

  /// Some of the runs, numbered from 0; those beyond ``Limit/simulationRuns`` are left out.
  public func run(_ runs: Range<Int>) -> Trials {
    let runs = runs.clamped(to: 0..<Limit.simulationRuns)
    var valuation = Valuation(appraisal, varying: draws.map(\.slot))
    let values = runs.map { run in valuation.npv(draws.map { $0.value(seed: seed, run: run) }) }
    return Trials(first: runs.lowerBound, values: values)
  }
}

extension Appraisal {
  /// Rows in the order of their references, so that sums come out the same whatever their order.
  fileprivate var inOrder: Appraisal {
    var ordered = self
    ordered.benefits.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    ordered.costs.sort { $0.id.utf8.lexicographicallyPrecedes($1.id.utf8) }
    return ordered
  }
}
