/// A benefit: what it is, who answers for it, what it brings and how that came about.
struct BenefitDetailPage: Page {
  static let template = "benefit/detail"

  /// The benefit's title.
  let title: String
  let reference: String
  let council: Link
  let status: Tag
  let visibility: Tag
  /// Whether its forecast is approved, as a link to all about it.
  let approval: Link
  /// The pages about this benefit.
  let sections: [SectionLink]
  let owner: String
  let nextReview: String
  let description: String?
  /// Where it is changed and withdrawn; nil for those who may not.
  let changeHref: String?
  let withdrawHref: String?
  /// Where its inputs can be tried without changing it; nil for a council without a code.
  let calculatorHref: String?
  /// What somebody has to look at: an overclaimed source, a measure that got worse.
  let flags: [String]
  /// What a careful reader would ask for: "No evidence yet". Never blocks anything.
  let gaps: [String]
  /// How many assumptions of its pattern nobody confirmed or replaced; nil when there are none.
  let assumed: Link?
  /// What else can be made of it: a copy, a pattern.
  let copies: [Link]
  let figures: [Figure]
  let money: YearTable?
  /// Why there is no money, when there is none.
  let noMoney: String?
  let waterfall: Waterfall?
  let workings: [WorkingPart]
  let profile: [SummaryLine]
  /// What was typed for the method, blanks explained.
  let inputs: [SummaryLine]
  let scores: Scores?
  /// Columns of the file that Concordat has no field for.
  let additional: [SummaryLine]
  /// What came beside what was forecast, by financial year; nil while nothing came.
  let achieved: Achieved?
  /// What buys it.
  let costs: CostsOfBenefit?
  /// What it waits for.
  let milestones: MilestonesOfBenefit?
  let issues: IssuesOfRecord?
  /// Where the file's own figures differ from ours.
  let carried: [Carried]
  let history: [JournalLine]
  let exports: [Link]
  let previous: Link?
  let next: Link?
  let area: Area? = .benefits
  let trail: [Link]
  let isWide = true

  /// Judged criteria and what they come to.
  struct Scores: Part {
    /// "6.25 out of 10, 3 of 4 scored".
    let summary: String
    let rows: [Row]

    /// One criterion.
    struct Row: Part {
      let name: String
      let weight: String
      let score: String
      let note: String
    }
  }

  /// The benefit's money by year, and the way to every period.
  struct Achieved: Part {
    let table: PointTable
    let all: Link
  }

  /// A figure that the file carried and that we work out otherwise.
  struct Carried: Part {
    let what: String
    let carried: String
    let ours: String
  }
}
