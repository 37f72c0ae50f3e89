extension Pattern {
  /// An input that is assumed until the council puts its own in its place.
  public struct Assumption: Hashable, Sendable, Codable {
    /// The raw name of the benefit's field.
    public var field: String
    /// The value, as a canonical text.
    public var value: String
    /// Where the value comes from, and what to do about it.
    public var reason: String

    /// An assumption.
    public init(field: String, value: String, reason: String) {
      self.field = field
      self.value = value
      self.reason = reason
    }
  }

  /// Something to judge, with its weight.
  public struct PatternCriterion: Hashable, Sendable, Codable {
    /// What is judged.
    public var name: String
    /// How much it counts.
    public var weight: String

    /// A criterion.
    public init(name: String, weight: String) {
      self.name = name
      self.weight = weight
    }
  }

  /// A measure that shows the benefit.
  public struct SuggestedMeasure: Hashable, Sendable, Codable {
    /// What is counted.
    public var name: String
    /// In what.
    public var unit: String
    /// "Cumulative", "Point in time" or "Percentage".
    public var kind: String
    /// "Up" or "Down": where it should go.
    public var direction: String
    /// How often: "Month", "Quarter" or "Year".
    public var frequency: String
    /// What to find out before anything changes.
    public var baseline: String

    /// A suggestion.
    public init(
      name: String, unit: String, kind: String, direction: String, frequency: String,
      baseline: String
    ) {
      self.name = name
      self.unit = unit
      self.kind = kind
      self.direction = direction
      self.frequency = frequency
      self.baseline = baseline
    }
  }
}
