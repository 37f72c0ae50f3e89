/// The ways a benefit is measured; the raw value is the word a calculator workbook uses.
public enum Method: String, CaseIterable, Sendable {
  /// Hours saved at an hourly cost.
  case time = "Time"
  /// A cheaper unit, many times over.
  case unit = "Unit"
  /// Contacts moved from one channel to a cheaper one.
  case channel = "Channel"
  /// Contacts that need not happen at all.
  case contact = "Contact"
  /// Posts released.
  case fte = "FTE"
  /// A sum of money a year.
  case amount = "Amount"
  /// Income that residents take up: a transfer, never the council's own benefit.
  case takeUp = "TakeUp"
  /// Scored against criteria; has no money.
  case score = "Score"
}
