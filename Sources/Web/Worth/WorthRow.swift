/// How it stands, in the rows of a page: plan, plan to date, actual to date and outlook.
struct WorthRow: Part {
  let label: String
  let plan: String
  let planToDate: String
  let actual: String
  let outlook: String
  /// "app-total" for a sum.
  let style: String

  init(
    _ label: String, _ plan: String, _ planToDate: String, _ actual: String, _ outlook: String,
    isSum: Bool = false
  ) {
    self.label = label
    self.plan = plan
    self.planToDate = planToDate
    self.actual = actual
    self.outlook = outlook
    style = isSum ? "app-total" : ""
  }
}

/// A view's rows under its name.
struct WorthSection: Part {
  let heading: String
  let rows: [WorthRow]
}
