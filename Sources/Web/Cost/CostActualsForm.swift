import Calculator
import Programme
import Store

/// What was typed for the actual figures of a cost, by year and field.
enum CostActualsForm {
  /// The fields of each year.
  static let fields: [CostActual.Field] = [.value, .noValueBecause, .evidence, .maturity]

  /// The years of the appraisal that figures are asked for, with their places.
  static func years(of stored: StoredCost) -> [(place: Int, year: FinancialYear)] {
    (0...Register.horizonYears).compactMap { place in
      stored.baseYear?.advanced(by: place).map { (place, $0) }
    }
  }

  /// The name of a field in a year: "2009.value".
  static func name(_ field: CostActual.Field, _ year: FinancialYear) -> String {
    "\(year.firstYear).\(field.rawValue)"
  }

  /// What the form shows of figures as they stand.
  static func typed(_ stored: StoredCost) -> [String: String] {
    var typed: [String: String] = [:]
    for actual in stored.actuals {
      for field in fields { typed[name(field, actual.year)] = actual.text(field) }
    }
    return typed
  }

  /// Every name the form may have.
  static func names(of stored: StoredCost) -> Set<String> {
    let all = years(of: stored).flatMap { year in fields.map { name($0, year.year) } }
    return Set(all + ["version", "reason"])
  }

  /// The figures that were typed; years that were left blank have none.
  static func read(_ typed: [String: String], of stored: StoredCost) -> Reading<[CostActual]> {
    var actuals: [CostActual] = []
    var problems = PlainText.problems(typed["reason"] ?? "", at: "reason", "Reason")
    for (_, year) in years(of: stored) {
      var texts: [CostActual.Field: String] = [.year: year.description]
      for field in fields { texts[field] = typed[name(field, year)] ?? "" }
      let isBlank = [CostActual.Field.value, .noValueBecause, .evidence].allSatisfy {
        TrimmedText.of(texts[$0] ?? "").isEmpty
      }
      if isBlank { continue }
      let reading = CostActual.read(texts)
      problems += reading.problems.map { problem in
        guard case .field(let field) = problem.place else { return problem }
        return problem.at(.field("\(year.firstYear).\(field)"))
      }
      if let actual = reading.value { actuals.append(actual) }
    }
    return Reading(value: actuals, problems: problems)
  }
}
