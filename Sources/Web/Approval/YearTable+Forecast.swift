import Calculator
import Programme

extension YearTable {
  /// The money of two forecasts by year; nil where no year differs.
  init?(_ years: [YearChange], before: String, after: String) {
    guard !years.isEmpty else { return nil }
    self.init(
      caption: "Pounds by year", years: years.map(\.label),
      rows: [
        .init("Net, \(before)", years.map(\.before?.net)),
        .init("Net, \(after)", years.map(\.after?.net)),
        .init("Net, difference", years.map(\.netDifference), isSum: true),
        .init("Cashable, \(before)", years.map(\.before?.cashable)),
        .init("Cashable, \(after)", years.map(\.after?.cashable)),
        .init("Cashable, difference", years.map(\.cashableDifference), isSum: true),
      ])
  }

  /// The money of one forecast by year; nil where it has none.
  init?(_ snapshot: BenefitSnapshot) {
    guard !snapshot.years.isEmpty else { return nil }
    self.init(
      caption: "Pounds by year", years: snapshot.years.map(\.label),
      rows: [
        .init("Net", snapshot.years.map(\.net), isSum: true),
        .init("of it cashable", snapshot.years.map(\.cashable)),
      ])
  }
}

extension YearTable.Row {
  /// Pounds, "not known" where there are none.
  init(_ label: String, _ values: [Exact?], isSum: Bool = false) {
    let known = values.compactMap { $0 }
    self.init(
      label, values.map { Shown.bare($0) },
      total: known.isEmpty ? Shown.unknown : Shown.bare(known.reduce(.zero, +)), isSum: isSum)
  }
}
