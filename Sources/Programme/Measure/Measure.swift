import Calculator

/// Something that is counted to see whether a benefit comes.
public struct Measure: Hashable, Sendable {
  /// What is counted: "Calls answered at the first contact".
  public var name: String
  /// The unit: "calls", "£", "days". Of a percentage, what it is a share of; may be blank.
  public var unit: String
  /// What its values are, and with it how they are put together.
  public var kind: MeasureKind
  /// Which way it should move.
  public var direction: MeasureDirection
  /// How often it is measured.
  public var frequency: Frequency
  /// Where the values come from.
  public var source = ""
  /// What it was before anything changed, in the unit; a fraction for a percentage.
  public var baseline: Exact?
  /// When it was that.
  public var baselineDay: Day?
  /// What it is to reach, by day.
  public var targets: [MeasureTarget] = []
  /// Whether a value below 0 makes sense. Hours, calls and people cannot be negative.
  public var maySinkBelowZero = false

  /// A measure with nothing but what every measure needs.
  public init(
    name: String, unit: String, kind: MeasureKind, direction: MeasureDirection,
    frequency: Frequency
  ) {
    self.name = name
    self.unit = unit
    self.kind = kind
    self.direction = direction
    self.frequency = frequency
  }

  /// The most targets of one measure.
  public static let targetLimit = 6

  /// The benefit's own money in pounds, which every benefit has without anybody adding it.
  public static let money: Measure = {
    var money = Measure(
      name: "Money", unit: "£", kind: .cumulative, direction: .up, frequency: .year)
    money.maySinkBelowZero = true
    return money
  }()

  /// What a value may be: pounds and counts up to 10^12, percentages up to 1,000 %.
  public var bounds: ClosedRange<Exact> {
    let most = kind == .percentage ? Exact(10) : RecordLimit.inputMagnitude
    return (maySinkBelowZero ? -most : .zero)...most
  }

  /// The bounds in words: "a number from 0 to 1000000000000".
  public var boundsWords: String {
    guard kind == .percentage else {
      return "a number from \(bounds.lowerBound.text) to \(bounds.upperBound.text)"
    }
    let hundred = Exact(100)
    return "a percentage from \((bounds.lowerBound * hundred).text) % to "
      + "\((bounds.upperBound * hundred).text) %"
  }

  /// The number that a text gives; nil for anything else. A percentage is typed with its sign.
  public func number(_ text: String) -> Exact? {
    NumberText.read(text, allowsPercent: kind == .percentage)
  }
}
