import Calculator
import Programme
import Store

/// One plan change: who has still to say something, what to do about it, what it says, and all that
/// happened.
struct ChangePage: Page {
  static let template = "change/show"

  let title: String
  /// "Change 7, proposed by Lomond Systems".
  let caption: String
  let state: Tag
  let facts: [SummaryLine]
  /// Who has still to say something, in a sentence; nil when nobody has.
  let waiting: Waiting?
  /// What is next, where nobody has to say anything.
  let lead: String?
  /// "3 accepted; 2 silent past the deadline, which is not agreement".
  let tally: String
  /// The one thing for the viewer to do; nil where there is none.
  let action: Link?
  let actions: [Link]
  /// The change to be chased, by a form; nil for those who may not, or where nobody is silent.
  let chaseAction: String?
  let version: String
  let parties: [Party]
  let from: String
  let to: String
  let reason: String
  let effects: [SummaryLine]
  let milestones: [MilestoneLine]
  let benefits: [BenefitLine]
  let planHref: String?
  let decision: Decision?
  let story: [StoryLine]
  let revisions: [Revision]
  let problems: [PageProblem]
  let area: Area? = .changes
  let trail = [Link("Changes", "/changes")]
  let isWide = true

  /// Who has still to say something.
  struct Waiting: Part {
    /// "A position is still missing from 3 of 7 parties".
    let words: String
    let names: String
    /// Those whose deadline has passed; nil when it has not.
    let deemed: String?
  }

  /// One affected party: its position and its acknowledgement.
  struct Party: Part {
    let name: String
    let position: Tag
    /// What it said, and who said it when.
    let words: String
    let instead: String?
    /// The days it has for milestones.
    let days: [String]
    let said: String
    let acknowledgement: Tag?
    let acknowledged: String
    let chased: String?
    /// Makes its counter-proposal the next version; nil where that cannot be.
    let adopt: Adoption?
    /// Where the co-ordinator records what the party said in another way.
    let recordHref: String?
  }

  /// The button that makes a counter-proposal the next version.
  struct Adoption: Part {
    let action: String
    let position: String
    let version: String
    let party: String
  }

  /// A milestone that it moves.
  struct MilestoneLine: Part {
    let href: String
    let title: String
    let party: String
    let from: String
    let to: String
    let now: String
    /// Whether the plan is no longer what the change starts from.
    let isOverrun: Bool
  }

  /// What it changes of a benefit.
  struct BenefitLine: Part {
    let href: String
    let title: String
    let council: String
    let field: String
    let from: String
    let to: String
  }

  /// What was decided.
  struct Decision: Part {
    let heading: String
    let lines: [SummaryLine]
  }

  /// Something that happened.
  struct StoryLine: Part {
    let when: String
    let words: String
    let quote: String?
  }

  /// One version of the proposal, with what it changed.
  struct Revision: Part {
    let heading: String
    let note: String
    let changes: [ChangeLine]
  }
}
