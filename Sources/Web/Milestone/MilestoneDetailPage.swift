import Programme
import Store

/// A milestone: its days, what it needs, what needs it, and what waits for it.
struct MilestoneDetailPage: Page {
  static let template = "milestone/detail"

  let title: String
  let party: Link
  let standing: Tag
  let facts: [SummaryLine]
  let description: String?
  /// Why the forecast last moved later.
  let slipReason: String?
  /// What it needs comes too late: what follows from that; nil when it can be held.
  let stuck: String?
  let warning: Warning?
  /// What the viewer may do, the main thing first; empty for those who only read.
  let main: Link?
  let acts: [Link]
  let needs: [NeedRow]
  let neededBy: [NeedRow]
  /// What it might need; empty for those who may not say.
  let adding: [FormField]
  let needAction: String
  let benefits: [BenefitLine]
  let moves: [MoveRow]
  let warnings: [WarningRow]
  let history: [JournalLine]
  let problems: [PageProblem]
  let area: Area? = .milestones
  let trail = [Link("Milestones", "/milestones")]
  let isWide = true

  /// The warning that stands.
  struct Warning: Part {
    /// "May be 14 days late, likely: the test data is late."
    let words: String
    let who: String
    /// Where it is taken back; nil for those who may not.
    let withdrawHref: String?
  }

  /// The other end of a need.
  struct NeedRow: Part {
    let id: String
    let milestone: Link
    let party: String
    let day: String
    let lag: String
    /// "12 days", or "9 days too late".
    let room: String
    let standing: Tag
    /// Where it is taken away; nil for those who may not.
    let removeAction: String?
  }

  /// A benefit that waits for it.
  struct BenefitLine: Part {
    let benefit: Link
    let starts: String
  }

  /// A day that it had before.
  struct MoveRow: Part {
    let what: String
    let from: String
    let to: String
    let because: String
    let when: String
    let who: String
  }

  /// A warning that stands no longer.
  struct WarningRow: Part {
    let words: String
    let given: String
    let settled: String
  }
}
