import Calculator

extension Register {
  /// What stands against forecasts of periods and measures as a whole.
  var seriesProblems: [Problem] {
    duplicates(forecasts.map(\.key), in: "Forecasts")
      + duplicates(measures.map(\.key), in: "Measures")
      + stray(forecasts.map(\.benefitReference), in: "Forecasts")
      + stray(measures.map(\.benefitReference), in: "Measures")
      + contradictions + measures.flatMap(\.problems)
  }

  /// Every value of its measures.
  public var measureValues: [MeasureValue] {
    measures.flatMap { series in series.values.map { MeasureValue($0, of: series.key) } }
  }

  private func stray(_ references: [String], in subject: String) -> [Problem] {
    let known = Set(benefits.map { $0.reference.lowercased() })
    return references.filter { !known.contains($0.lowercased()) }.map {
      Problem(
        .error, at: .file, subject: subject, found: $0,
        expected: "the reference of a benefit in the register",
        mend: "Correct the reference, or add the benefit.")
    }
  }

  /// A period cannot have an actual and a reason for having none.
  private var contradictions: [Problem] {
    let known = Set(actuals.map { $0.key.lowercased() })
    return forecasts.filter { !$0.noDataBecause.isEmpty && known.contains($0.key.lowercased()) }
      .map {
        Problem(
          .error, at: .file, subject: "Forecasts", found: $0.key,
          expected: "either an actual or why there is none", mend: "Remove one of the two.")
      }
  }
}
