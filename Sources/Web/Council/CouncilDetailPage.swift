/// A council at a glance: what its benefits are worth, cash view first, what they cost, how the
/// figures came about and on which assumptions they stand.
struct CouncilDetailPage: Page {
  static let template = "council/detail"

  /// The council's name.
  let title: String
  let code: String
  let capacity: String
  /// "90 benefits, 6 of them without money".
  let summary: String
  let allBenefits: Link?
  /// Where a benefit is added or a file brought in; empty for those who may not.
  let actions: [Link]
  let exports: [Link]
  /// Who decides and answers here and what is open; nil for those who do not read the programme.
  let glance: PartyGlance?
  /// The figures to lead with.
  let figures: [Figure]
  let worth: [WorthRow]
  let years: YearTable?
  let chart: YearChart?
  let costs: [CostRow]
  let benefits: [BenefitRow]
  let assumptions: [SummaryLine]
  /// Where they are changed; nil for those who may not.
  let assumptionsHref: String?
  let channels: [ChannelRow]
  /// What the reader should know about how blanks and oddities were read.
  let remarks: [RemarkGroup]
  let workings: [WorkingPart]
  let area: Area? = .councils
  let trail = [Link("Councils", "/councils")]
  let isWide = true

  /// One result in both views: a value, or why there is none.
  struct WorthRow: Part {
    let label: String
    let cash: String
    let cashWorking: String?
    let whole: String
    let wholeWorking: String?
  }

  /// One cost. Money in pounds a year, before optimism bias.
  struct CostRow: Part {
    let reference: String
    let description: String
    let amount: String
    let years: String
    let bias: String
  }

  /// One benefit, in short.
  struct BenefitRow: Part {
    let reference: String
    let title: String
    let href: String
    let status: Tag
    let kind: String
    let net: String
  }

  /// The benefits that the page itself lists.
  static let benefitsShown = 25

  /// What a contact costs by a channel.
  struct ChannelRow: Part {
    let name: String
    let cost: String
    let source: String
  }
}
