import Calculator
import Programme
import Store

/// What a benefit took over from its pattern: what is confirmed, replaced and still assumed.
struct AssumptionPage: Page {
  static let template = "pattern/assumptions"

  let title = "Assumptions"
  let benefit: String
  /// "From the pattern “…”, edition 1."; nil for a benefit that was made from none.
  let pattern: Link?
  let rows: [Row]
  /// Where the ticks are sent; nil where there is nothing to confirm, or for those who may not.
  let action: String?
  let version: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// One assumption.
  struct Row: Part {
    let id: String
    let name: String
    let label: String
    let assumed: String
    let now: String
    let reason: String
    let state: Tag
    /// Who confirmed it; nil while nobody did.
    let by: String?
    /// Whether it can be ticked.
    let isOpen: Bool
    let isTicked: Bool
  }

  static let sample = AssumptionPage(
    benefit: "B001 Fewer calls",
    pattern: Link("Fewer repeat calls about missed bins, edition 1", "/patterns/missed-bins"),
    rows: AdoptedAssumption.State.allCases.map { state in
      Row(
        id: "confirm-\(state)", name: "confirm.\(state)", label: "Volume",
        assumed: "18,000 a year", now: "18,000 a year", reason: "Replace it by your own count.",
        state: Tag(state), by: state == .confirmed ? "Morag Reid" : nil,
        isOpen: state == .assumed, isTicked: state == .assumed)
    }, action: "/benefits/1/assumptions", version: "1", problems: [],
    trail: [Link("Benefits", "/benefits")])
  static let states = [
    "no pattern": AssumptionPage(
      benefit: "B001 Fewer calls", pattern: nil, rows: [], action: nil, version: "1",
      problems: [PageProblem("Somebody changed it", at: "assumptions")], trail: [])
  ]
}
