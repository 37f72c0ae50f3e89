import Calculator

/// What came of reading what somebody typed to see what follows: the changes that can be used, and
/// what stands against the others.
public struct ScenarioReading: Sendable {
  /// What differs from the register.
  public var changes = ScenarioChanges()
  /// What cannot be used, each placed at the name it was typed under.
  public var problems: [Problem] = []

  /// Reads texts by name of change; a blank, and what is as in the register, is no change. A share
  /// may be written with a percent sign.
  public init(_ texts: [String: String], against appraisal: Appraisal<Exact>) {
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      let text = TrimmedText.of(text)
      guard !text.isEmpty else { continue }
      switch name {
      case ScenarioChanges.conventionName: readConvention(text, appraisal)
      case ScenarioChanges.scheduleName: readSchedule(text, appraisal)
      case ScenarioChanges.horizonName: readHorizon(text, appraisal)
      default: readValue(name, text, appraisal)
      }
    }
  }

  private mutating func readConvention(_ text: String, _ appraisal: Appraisal<Exact>) {
    guard let choice = Convention(rawValue: text) else {
      return refuse(ScenarioChanges.conventionName, text, "one of the choices")
    }
    if choice != appraisal.convention { changes.convention = choice }
  }

  private mutating func readSchedule(_ text: String, _ appraisal: Appraisal<Exact>) {
    guard let choice = ScheduleChoice(rawValue: text) else {
      return refuse(ScenarioChanges.scheduleName, text, "one of the choices")
    }
    if choice != ScheduleChoice(appraisal.schedule) { changes.schedule = choice }
  }

  private mutating func readHorizon(_ text: String, _ appraisal: Appraisal<Exact>) {
    guard let years = NumberText.whole(text), (1...Limit.horizonYears).contains(years) else {
      return refuse(
        ScenarioChanges.horizonName, text, "a whole number from 1 to \(Limit.horizonYears)")
    }
    if years != appraisal.horizonYears { changes.horizonYears = years }
  }

  private mutating func readValue(_ name: String, _ text: String, _ appraisal: Appraisal<Exact>) {
    guard let variable = try? Variable(text: name) else {
      return refuse(name, text, "something that can be changed")
    }
    guard let value = variable.read(text) else {
      return refuse(name, text, variable.expectation)
    }
    var changed = appraisal
    do throws(VariableRefusal) {
      try changed.set(variable, to: value)
    } catch {
      return refuse(name, text, "another value, because \(error.because)")
    }
    if appraisal.value(of: variable).value != value { changes.values[variable] = value }
  }

  private mutating func refuse(_ name: String, _ found: String, _ expected: String) {
    let label = ScenarioChanges.label(of: name)
    problems.append(
      Problem(
        .error, at: .field(name), subject: label.prefix(1).uppercased() + label.dropFirst(),
        found: found,
        expected: expected, mend: "Correct it, or leave it blank to follow the register."))
  }
}

extension Variable {
  /// What it may hold: the kind of the field that it stands for.
  public var kind: FieldKind {
    switch self {
    case .discountRate: Cover.Field.discountRate.kind
    case .benefitLevel, .costLevel: .share(from: .zero, to: Exact(100))
    case .assumption(let input): Cover.Field(rawValue: input.rawValue)?.kind ?? RecordLimit.amount
    case .channel: RecordLimit.amount
    case .benefit(_, let input):
      Benefit.Field(rawValue: input.rawValue)?.kind ?? RecordLimit.share
    case .cost(_, let input): Cost.Field(rawValue: input.rawValue)?.kind ?? RecordLimit.amount
    }
  }

  /// Whether it is a share of something, shown and typed in percent.
  public var isShare: Bool { if case .share = kind { true } else { false } }

  /// The value that a text gives, within what the variable may hold; nil for anything else.
  public func read(_ text: String) -> Exact? {
    switch kind {
    case .number(let low, let high):
      NumberText.read(text).flatMap { (low...high).contains($0) ? $0 : nil }
    case .share(let low, let high):
      NumberText.read(text, allowsPercent: true).flatMap { (low...high).contains($0) ? $0 : nil }
    case .whole(let bounds):
      NumberText.whole(text).flatMap { bounds.contains($0) ? Exact($0) : nil }
    default: nil
    }
  }

  /// What a text must be, in words.
  public var expectation: String {
    switch kind {
    case .number(let low, let high):
      "a number from \(Shown.quantity(low)) to \(Shown.quantity(high))"
    case .share(let low, let high):
      "a percentage from \(Shown.percentage(low)) to \(Shown.percentage(high))"
    case .whole(let bounds):
      "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)"
    default: "a number"
    }
  }
}
