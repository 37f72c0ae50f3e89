/// How a result came about: a formula, what went into it, and the workings of its parts.
///
/// The formula can be checked with pencil and paper. Every name in it is the name of an input or
/// of a step; the signs are + − × ÷ ^ | | and brackets. Three sentences stand for long sums:
/// "sum of the lines below" adds every input and step; "sum of the yearly lines" adds the steps
/// whose names end in a year; "the rate at which the lines below add up to 0" says what it says.
public struct Working: Sendable, Hashable {
  /// What is worked out.
  public let name: String
  /// The rule in words and signs.
  public let formula: String
  /// The value before rounding, as text; empty when undefined.
  public let value: String
  /// The value as shown, rounded and with its unit, or why it is undefined.
  public let shown: String
  /// Values that were given.
  public let inputs: [WorkingInput]
  /// Values that were worked out on the way.
  public let steps: [Working]
}

/// A value that went into a ``Working``.
public struct WorkingInput: Sendable, Hashable {
  /// Its name, as in the formula.
  public let name: String
  /// The value used, as text; empty when it is blank and has no safe reading.
  public let value: String
  /// What it is counted in.
  public let unit: String
  /// Where it comes from, or how a blank was read.
  public let source: String
}

extension Working {
  /// The sentences of formulas that stand for long sums.
  enum Sentence {
    static let sum = "sum of the lines below"
    static let yearlySum = "sum of the yearly lines"
    static let rate = "the rate at which the lines below add up to 0"
  }

  /// A result with its unit, or with the reason why there is none.
  init<N: Number>(
    _ name: String, _ formula: String, _ outcome: Outcome<N>, _ unit: Unit,
    inputs: [WorkingInput] = [], steps: [Working] = []
  ) {
    self.name = name
    self.formula = formula
    self.inputs = inputs
    self.steps = steps
    switch outcome {
    case .value(let number) where number.isFinite:
      value = number.text
      shown = unit.shown(number)
    case .value:
      value = ""
      shown = "undefined, because \(Words.tooLarge)"
    case .undefined(let reason):
      value = ""
      shown = "undefined, because \(reason)"
    }
  }
}

/// What a figure in a ``Working`` is counted in.
enum Unit: String {
  case pounds = "£"
  case poundsPerYear = "£ a year"
  case poundsPerHour = "£ an hour"
  case poundsEach = "£ each"
  case hours
  case days
  case years
  case year
  case perYear = "a year"
  case share
  case factor
  case ratio
  case posts
  case points
  case weight
  case level
  case index

  func shown(_ value: some Number) -> String {
    switch self {
    case .pounds: Shown.money(value)
    case .poundsPerYear: Shown.money(value) + " a year"
    case .poundsPerHour: Shown.money(value) + " an hour"
    case .poundsEach: Shown.money(value) + " each"
    case .share: Shown.percentage(value)
    case .factor, .ratio, .points, .level: Shown.factor(value)
    case .years: Shown.decimal(value, places: 2) + " years"
    case .hours: Shown.quantity(value) + " hours"
    case .days, .year, .perYear, .posts, .weight, .index: Shown.quantity(value)
    }
  }
}

extension WorkingInput {
  /// A value that is there.
  init(_ name: String, _ value: some Number, _ unit: Unit, from source: String) {
    self.init(name: name, value: value.text, unit: unit.rawValue, source: source)
  }

  /// A value that may be blank: read as said, or left blank where there is no safe reading.
  init<N: Number>(
    _ name: String, _ value: N?, _ unit: Unit, from source: String, blank reading: N? = nil
  ) {
    guard let value else {
      let words = reading.map { "blank: read as \($0.text)" } ?? "blank"
      self.init(name: name, value: reading?.text ?? "", unit: unit.rawValue, source: words)
      return
    }
    self.init(name, value, unit, from: source)
  }
}
