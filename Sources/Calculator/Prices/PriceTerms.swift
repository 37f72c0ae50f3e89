/// Whether money, or a rate, has inflation in it.
public enum PriceTerms: String, CaseIterable, Sendable {
  /// At the prices of the base year: without inflation.
  case real
  /// At the prices of each year: with inflation.
  case nominal
}
