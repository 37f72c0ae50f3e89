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
  let area: Area? = .costs
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
      name, field.label, control, value: value, error: found.message(at: name))
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
