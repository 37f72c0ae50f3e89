import Programme
import Store

/// Two versions of a forecast side by side.
struct BaselineComparePage: Page {
  static let template = "approval/compare"

  let title = "Compare baselines"
  /// "B001 Fewer visits".
  let benefit: String
  let sections: [SectionLink]
  let action: String
  /// Which two; none where nothing was approved yet.
  let choices: [FormField]
  let difference: DifferencePart
  let area: Area? = .benefits
  let trail: [Link]
  let isWide = true

  static let sample = BaselineComparePage(
    benefit: "B001 Fewer visits",
    sections: [SectionLink(text: "Approval", href: "/benefits/1/approval", isCurrent: true)],
    action: "/benefits/1/baselines/compare",
    choices: [FormField("from", "Compare", .select([Choice("1", "Baseline 1", isChosen: true)]))],
    difference: .sample, trail: [Link("Benefits", "/benefits")])

  static let states = [
    "none": BaselineComparePage(
      benefit: "B001 Fewer visits", sections: [], action: "/benefits/1/baselines/compare",
      choices: [], difference: DifferencePart(heading: "No baseline yet", none: "Nothing."),
      trail: [])
  ]
}
