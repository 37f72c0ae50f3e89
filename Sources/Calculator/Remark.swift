/// Something the reader should know about how the figures came about.
public struct Remark: Sendable, Hashable {
  /// What it is about, for programs.
  public enum Code: String, CaseIterable, Sendable {
    /// A cashable benefit states no cash share: the whole was counted.
    case blankCashShare
    /// A cash share stands beside a benefit that is not cashable, or not the council's: not used.
    case unusedCashShare
    /// An hour's cost with overhead in it was counted as cash.
    case overheadAsCash
    /// No ramp at all: the whole from the first year.
    case blankRamp
    /// A gap in the ramp: the share before it was held.
    case blankRampShare
    /// A needed input is blank, or a channel is unknown: no gross.
    case noGross
    /// The benefit has no year between base and horizon.
    case outsideHorizon
    /// A share lies outside 0 to 1.
    case shareOutOfRange
    /// Not every criterion is scored.
    case partlyScored
    /// A result is too large to hold.
    case tooLarge
    /// A confidence grade stands beside a typed optimism bias, which counts.
    case unusedConfidence
    /// Inputs of a population stand beside a proportional benefit: not used.
    case unusedPopulation
    /// Parts of posts do not count as released.
    case postsHeldBack
    /// Money and discount rate do not go together: nothing is discounted.
    case pricesRefused
    /// The deflator ends before the horizon: its last growth was held.
    case deflatorExtended
    /// The horizon was brought within its limits.
    case horizonLimited
  }

  /// Reference of the benefit; nil when it concerns the whole.
  public let benefitID: String?
  /// For programs.
  public let code: Code
  /// For people.
  public let words: String
}
