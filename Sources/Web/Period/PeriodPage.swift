import Calculator
import Programme
import Store

/// One period of a register: what is missing in it, and what can be done about closing it.
struct PeriodPage: Page {
  static let template = "period/show"

  /// "April to June 2010".
  let title: String
  let council: String
  let state: Tag
  /// What the state means and who is to do what.
  let lead: [String]
  let note: String?
  /// Why what was just asked for was not done.
  let caution: String?
  /// "3 of 40 series have no value and no reason for having none."
  let summary: String
  let missing: [Line]
  let main: ActionForm?
  let others: [ActionForm]
  let problems: [PageProblem]
  let area: Area? = .approvals
  let trail: [Link]
  let isWide = true

  /// A series with periods of which nothing is known.
  struct Line: Part {
    let benefit: Link
    let series: String
    let periods: String
  }

  /// A step that can be taken.
  struct ActionForm: Part {
    let action: String
    let span: String
    /// What was seen, by its hash; empty where that does not matter.
    let seen: String
    let field: FormField?
    let button: String
    let style: String
  }

  static let sample = PeriodPage(
    title: "April to June 2010", council: "West Lothian Council",
    state: Tag("Submitted", .yellow), lead: ["Submitted by Iain Sinclair.", "You decide."],
    note: "All ledgers are in.", caution: "A value was changed. Look again.",
    summary: "1 of 40 series is incomplete.",
    missing: [
      Line(
        benefit: Link("B001 Fewer visits", "/benefits/1"), series: "Money",
        periods: "April to June 2010")
    ],
    main: ActionForm(
      action: "/periods/close", span: "2010-Q1", seen: "ab12",
      field: FormField("reason", "Why do you close what you submitted?", .area),
      button: "Close the period", style: ""),
    others: [
      ActionForm(
        action: "/periods/take-back", span: "2010-Q1", seen: "", field: nil,
        button: "Take it back", style: "govuk-button--secondary")
    ], problems: [PageProblem("Say why.", at: "reason")],
    trail: [Link("Periods", "/periods")])
}
