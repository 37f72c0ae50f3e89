import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// The measures of a benefit and the forecasts typed into its grid as parts of a snapshot, by
  /// heading. Actuals are no part of a forecast.
  func measureParts(of id: ID<Benefit>, as viewer: Viewer) throws -> [String: String] {
    guard let about = try series(of: id, as: viewer) else { return [:] }
    let measures = about.measures.filter { !$0.isWithdrawn }
    var parts = about[nil].forecastParts
    for measure in measures { parts.merge(about[measure].measureParts) { $1 } }
    return parts
  }
}

extension StoredSeries {
  /// "Measure “Calls answered”", or the benefit's own money.
  private var heading: String { measure.map { "Measure “\($0.measure.name)”" } ?? "Money" }

  /// What defines the measure, and its forecasts.
  fileprivate var measureParts: [String: String] {
    var parts = forecastParts
    for field in Measure.Field.allCases where field != .name {
      let text = definition.text(field)
      if !text.isEmpty { parts["\(heading): \(field.label.lowercased())"] = text }
    }
    return parts
  }

  /// The forecast of every period that has one.
  fileprivate var forecastParts: [String: String] {
    var parts: [String: String] = [:]
    for row in rows {
      guard let forecast = row.noun.forecast else { continue }
      parts["\(heading): forecast of \(row.noun.span.words)"] = forecast.text
    }
    return parts
  }
}
