import Calculator
import Foundation
import Programme

/// One series of the demonstration: values from a period on. `Seed/measures.json` holds a list.
struct MeasureSeed: Decodable, Sendable {
  /// The reference of the benefit.
  let benefit: String
  /// The fields of the measure by name; none for the benefit's money.
  let measure: [String: String]?
  /// The first period, "2010-M01".
  let from: String
  /// Forecasts in order; null where nothing is typed.
  let forecast: [String?]
  /// Actual values in order; null where none is known.
  let actual: [String?]
  /// Why there are none, by place from 0.
  let noData: [String: String]
  /// What shows the actual values.
  let evidence: String

  /// Reads the list. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  static func list(json: String) throws -> [MeasureSeed] {
    do {
      return try JSONDecoder().decode([MeasureSeed].self, from: Data(json.utf8))
    } catch {
      throw StoreError.inconsistent("the measures of the demonstration cannot be read: \(error)")
    }
  }

  /// The measure; nil for the money.
  func definition() throws -> Measure? {
    guard let measure else { return nil }
    let texts = Dictionary(
      measure.compactMap { name, text in Measure.Field(rawValue: name).map { ($0, text) } },
      uniquingKeysWith: { $1 })
    return try checked(Measure.read(texts))
  }

  /// The values, each in its period; the last two actual ones are not settled yet.
  func values(of measure: Measure) throws -> [PeriodValue] {
    guard let first = PeriodSpan(text: from) else {
      throw StoreError.inconsistent("a series of \(benefit) begins in no period")
    }
    let frequency = first.part.frequency
    let spans = frequency.spans(in: first.year.following(forecast.count)).filter { $0 >= first }
    let knownCount = actual.lastIndex { $0 != nil } ?? 0
    return try zip(spans, forecast.indices).map { span, place in
      let known = actual.indices.contains(place) ? actual[place] : nil
      let maturity: Maturity = place > knownCount - 2 ? .preliminary : .final
      return try checked(
        PeriodValue.read(
          [
            .forecast: forecast[place] ?? "", .actual: known ?? "",
            .noDataBecause: noData[String(place)] ?? "", .maturity: maturity.rawValue,
            .evidence: known == nil ? "" : evidence,
          ], span: span, of: measure))
    }
  }

  private func checked<Value>(_ reading: Reading<Value>) throws -> Value {
    guard let value = reading.value else {
      throw StoreError.inconsistent(
        "a measure of \(benefit): \(reading.problems.map(\.message).joined(separator: " "))")
    }
    return value
  }
}
