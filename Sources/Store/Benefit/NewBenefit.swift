import Programme

/// A benefit on its way into a register.
public struct NewBenefit: Sendable {
  /// The content; with a blank reference it is given the next number.
  public var benefit: Benefit
  /// Who besides the council will see it.
  public var visibility: Visibility
  /// What it was made from.
  public var pattern: Pattern?

  /// A new benefit.
  public init(_ benefit: Benefit, visibility: Visibility, pattern: Pattern? = nil) {
    self.benefit = benefit
    self.visibility = visibility
    self.pattern = pattern
  }
}
