import Calculator
import Foundation
import Programme
import Store

/// What a cost really came to, year by year, on one screen.
struct CostActualsPage: Page {
  static let template = "cost/actuals"

  let title = "Actual costs"
  /// "C2 Licences and support".
  let cost: String
  let action: String
  let cancelHref: String
  let version: String
  let rows: [Row]
  /// Why nothing can be recorded: the register has no base year.
  let missing: String?
  let reason: FormField
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]
  let isWide = true

  /// One financial year: the plan, and the fields for what came.
  struct Row: Part {
    let year: String
    let planned: String
    let fields: [FormField]
  }

  /// The form as it was typed, with what stands against it.
  init(
    _ stored: StoredCost, typed: [String: String], version: Int, problems found: [Problem] = []
  ) {
    cost = "\(stored.cost.reference) \(stored.cost.description)"
    action = "/costs/\(stored.id)/actuals"
    cancelHref = "/costs/\(stored.id)"
    self.version = String(version)
    rows = CostActualsForm.years(of: stored).map { place, year in
      Row(
        year: year.description,
        planned: Shown.bare(stored.cost.costLine.amount(in: place)),
        fields: CostActualsForm.fields.map { field in
          CostActualsPage.field(field, year, typed, found)
        })
    }
    missing =
      stored.baseYear == nil
      ? "Your register has no base year, so no year of it has a name yet. Import a file whose "
        + "cover names one." : nil
    reason = FormField(
      "reason", "Why do you change them?", .line(width: ""), value: typed["reason"] ?? "",
      hint: "Kept in the history. May stay blank.", error: found.message(at: "reason"))
    problems = found.summary
    trail = CostDetailPage.trail(of: stored)
  }

  private static func field(
    _ field: CostActual.Field, _ year: FinancialYear, _ typed: [String: String],
    _ found: [Problem]
  ) -> FormField {
    let name = CostActualsForm.name(field, year)
    let value = typed[name] ?? ""
    let control: FormField.Control =
      switch field {
      case .value: .number(prefix: "£", suffix: nil)
      case .maturity:
        .select(Choice.filter("Not yet said", Maturity.allCases.map(\.rawValue), chosen: value))
      default: .line(width: "")
      }
    return FormField(
      name, "\(field.label) \(year)", control, value: value, error: found.message(at: name))
  }

  static let sample = CostActualsPage(
    StoredCost.sample, typed: ["2009.value": "lots"], version: 2,
    problems: [
      Problem(
        .error, at: .field("2009.value"), subject: "Actual cost", found: "lots",
        expected: "a number", mend: "Enter digits, such as 1234.50.")
    ])

  static let states = [
    "without base year": CostActualsPage(StoredCost.sampleWithoutYear, typed: [:], version: 1)
  ]
}

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

extension StoredCost {
  static let sample = StoredCost.sample(from: FinancialYear(firstYear: 2009))
  static let sampleWithoutYear = StoredCost.sample(from: nil)

  private static func sample(from baseYear: FinancialYear?) -> StoredCost {
    let cost = Cost(
      reference: "C2", council: "West Lothian Council", description: "Licences and support",
      amount: Exact(56_281), fromYear: 1, toYear: 5)
    return StoredCost(
      stored: Stored(
        id: .random(), organisation: .random(), visibility: .shared, version: 2,
        changedAt: Date(timeIntervalSince1970: 0), noun: cost),
      councilName: "West Lothian Council", councilCode: CouncilCode(text: "S12000040"),
      baseYear: baseYear)
  }
}
