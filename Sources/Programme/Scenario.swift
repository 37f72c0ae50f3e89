import Calculator

/// A named "what if": what somebody changes of a register to see what follows.
public struct Scenario: Hashable, Sendable {
  /// What it is called.
  public var name: String
  /// What it changes.
  public var changes: ScenarioChanges

  /// A scenario.
  public init(name: String, changes: ScenarioChanges) {
    self.name = name
    self.changes = changes
  }
}

/// The differences from a register, and nothing else, so that everything not named follows it.
public struct ScenarioChanges: Hashable, Sendable {
  /// When flows are taken to fall; nil as in the register.
  public var convention: Convention?
  /// Which discount rates hold; nil for the register's flat rate.
  public var schedule: ScheduleChoice?
  /// The last year; nil as in the register.
  public var horizonYears: Int?
  /// Inputs with other values.
  public var values: [Variable: Exact] = [:]

  /// No change at all.
  public init() {}

  /// Whether it changes nothing.
  public var isEmpty: Bool { self == ScenarioChanges() }
}

/// The published schedules of discount rates, by the words of the command line and the API.
public enum ScheduleChoice: String, CaseIterable, Sendable {
  /// One rate for every year.
  case flat
  /// The Green Book's.
  case standard
  /// For health.
  case health
  /// For sensitivity over long horizons.
  case reduced

  /// The rates, with the flat one where that is chosen.
  public func rates(flat: Exact) -> RateSchedule<Exact> {
    switch self {
    case .flat: .flat(flat)
    case .standard: .standard
    case .health: .health
    case .reduced: .reduced
    }
  }

  /// The schedule that an appraisal uses.
  public init(_ schedule: RateSchedule<Exact>) {
    switch schedule {
    case .flat: self = .flat
    case .standard: self = .standard
    case .health: self = .health
    case .reduced: self = .reduced
    }
  }
}

extension ScenarioChanges {
  /// The appraisal with the changes in it, and what can no longer be changed: a benefit that has
  /// left the register since. What cannot be changed stays as it is.
  public func applied(
    to appraisal: Appraisal<Exact>
  ) -> (appraisal: Appraisal<Exact>, refusals: [VariableRefusal]) {
    var changed = appraisal
    var refusals: [VariableRefusal] = []
    if let convention { changed.convention = convention }
    if let horizonYears { changed.horizonYears = horizonYears }
    for (variable, value) in values.sorted(by: { $0.key.text < $1.key.text }) {
      do throws(VariableRefusal) {
        try changed.set(variable, to: value)
      } catch {
        refusals.append(error)
      }
    }
    if let schedule { changed.schedule = schedule.rates(flat: changed.assumptions.discountRate) }
    return (changed, refusals)
  }
}
