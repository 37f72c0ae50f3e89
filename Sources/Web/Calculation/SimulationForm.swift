import Calculator
import Programme
import Store

/// What a simulation is asked for: the inputs that are not sure, how many trials, and the seed.
struct SimulationForm: Sendable {
  /// Inputs that were added to those that matter most.
  var also: [Variable] = []
  var inputs: [UncertainInput] = []
  var trials = SimulationForm.trialChoices[1]
  var seed = ""
  var problems: [Problem] = []

  static let alsoName = "also"
  /// By how much inputs are varied, in percent.
  static let shares = [5, 10, 20, 30, 50]
  static let trialChoices = [1_000, 10_000, 100_000]

  /// Begins with the inputs that matter most, and a seed that nobody chose.
  init(_ sensitivity: Sensitivity, also: [Variable], seed: UInt64) {
    self.also = also
    inputs = sensitivity.uncertain
    self.seed = String(seed)
  }

  /// What was sent.
  init(_ form: Submission) {
    var seen: Set<Variable> = []
    let variables = form.fields.compactMap { UncertainInput.Bound.variable(of: $0.name) }
    inputs = variables.filter { seen.insert($0).inserted }.map { UncertainInput($0, in: form) }
    seed = form.given("seed") ?? ""
    let typed = form.given("trials") ?? ""
    if let trials = Int(typed), SimulationForm.trialChoices.contains(trials) {
      self.trials = trials
    } else {
      refuse("trials", typed, "one of the choices")
    }
    if UInt64(seed) == nil { refuse("seed", seed, "a whole number up to 18446744073709551615") }
    problems += inputs.filter { !$0.isBlank }.flatMap(\.reading.problems)
    if !inputs.contains(where: { !$0.isBlank }) {
      problems.append(
        Problem(
          .error, at: .file, subject: "Inputs", found: "",
          expected: "at least one that is not sure",
          mend: "Fill in the lowest, likeliest and highest value of an input."))
    }
  }

  /// No simulation tells a loss where no cost is seen.
  static let withoutCosts = Problem(
    .error, at: .file, subject: "Simulation", found: "", expected: "costs that you see",
    mend: "Ask the council to share its costs.")

  /// The names that its form has, besides those of the inputs.
  static func isOwn(_ name: String) -> Bool {
    ["query", "trials", "seed"].contains(name) || UncertainInput.Bound.variable(of: name) != nil
  }

  /// The triangles that were asked for.
  var triangles: [Triangle] { inputs.filter { !$0.isBlank }.compactMap(\.reading.triangle) }

  /// How many trials, and from which seed.
  var fields: [FormField] {
    [
      FormField(
        "trials", "Trials",
        .select(
          SimulationForm.trialChoices.map {
            Choice(String($0), Shown.quantity(Exact($0)), isChosen: $0 == trials)
          }), error: error("trials")),
      FormField(
        "seed", "Seed", .line(width: "govuk-input--width-20"), value: seed,
        hint: "The same seed gives the same result.", error: error("seed")),
    ]
  }

  private func error(_ name: String) -> String? {
    problems.first { $0.place == .field(name) }?.message
  }

  private mutating func refuse(_ name: String, _ found: String, _ expected: String) {
    problems.append(
      Problem(
        .error, at: .field(name), subject: name.capitalizedAtStart, found: found,
        expected: expected, mend: "Correct it."))
  }
}
