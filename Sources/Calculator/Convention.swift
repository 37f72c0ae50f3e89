/// When in its year a flow is taken to fall.
public enum Convention: String, CaseIterable, Sendable {
  /// At the start: year 0 is not discounted (the Green Book, and the default).
  case yearZero
  /// In the middle: half a year further.
  case midYear
  /// At the end: a whole year further.
  case endYear
}
