import Calculator

/// That a benefit was made from a pattern, with what was assumed then.
public struct Adoption: Hashable, Sendable {
  /// The pattern's name in addresses.
  public let pattern: String
  /// Its edition at that time.
  public let edition: Int
  /// Its title at that time.
  public let title: String
  /// What was assumed.
  public let assumptions: [AdoptedAssumption]

  /// An adoption as it was stored.
  public init(pattern: String, edition: Int, title: String, assumptions: [AdoptedAssumption]) {
    self.pattern = pattern
    self.edition = edition
    self.title = title
    self.assumptions = assumptions
  }

  /// A pattern adopted just now: nothing is confirmed.
  public init(of pattern: Pattern) {
    self.init(
      pattern: pattern.id, edition: pattern.edition, title: pattern.title,
      assumptions: pattern.assumptions.compactMap { assumption in
        assumption.benefitField.map {
          AdoptedAssumption(field: $0, value: assumption.value, reason: assumption.reason)
        }
      })
  }

  /// What nobody confirmed or replaced yet.
  public func open(in benefit: Benefit) -> [AdoptedAssumption] {
    assumptions.filter { $0.state(in: benefit) == .assumed }
  }
}

/// A value that was taken from a pattern.
public struct AdoptedAssumption: Hashable, Sendable {
  /// The input it is about.
  public let field: Benefit.Field
  /// The value that the pattern had, as a canonical text.
  public let value: String
  /// Where the value came from.
  public let reason: String
  /// Who said that it holds for this council; nil while nobody did.
  public let confirmedBy: String?

  /// An assumption; nobody confirmed it unless told so.
  public init(field: Benefit.Field, value: String, reason: String, confirmedBy: String? = nil) {
    self.field = field
    self.value = value
    self.reason = reason
    self.confirmedBy = confirmedBy
  }

  /// Where an assumption stands.
  public enum State: String, CaseIterable, Sendable {
    /// Neither confirmed nor replaced.
    case assumed = "Still assumed"
    /// Somebody said that it holds here.
    case confirmed = "Confirmed"
    /// The benefit has another value.
    case replaced = "Replaced by your own"
  }

  /// Where it stands in the benefit as it is now: another value replaces it, whoever confirmed the
  /// old one.
  public func state(in benefit: Benefit) -> State {
    if !isSame(benefit.text(field)) { return .replaced }
    return confirmedBy == nil ? .assumed : .confirmed
  }

  private func isSame(_ text: String) -> Bool {
    if let now = Exact(text: text), let then = Exact(text: value) { return now == then }
    return text == value
  }
}
