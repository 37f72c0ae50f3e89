import Foundation
import Programme
import Store

/// The issues that one knows of, by filters that stand in the address.
struct IssueListPage: Page {
  static let template = "issue/list"

  let title = "Issues"
  /// "12 issues, newest first".
  let summary: String
  /// The ways in which issues wait, each with how many; leads to the list of those.
  let needs: [SectionLink]
  let words: String
  let filters: [FormField]
  /// What the form keeps besides its fields.
  let hidden: [HiddenField]
  /// The filters in force; each leads to the same without it.
  let active: [Link]
  let columns: [Column]
  let rows: [Row]
  /// Where what is ticked is changed; nil for those who may not.
  let bulk: Bulk?
  let paging: Paging
  let exports: [Link]
  let views: [SavedViewLine]
  var keep: KeepView
  let raiseHref: String?
  let isNarrowed: Bool
  let area: Area? = .issues
  let isWide = true
  var problems: [PageProblem] = []

  /// The head of a column, and where it leads when it sorts.
  struct Column: Part {
    let text: String
    let href: String?
    /// "ascending", "descending" or "none".
    let order: String
  }

  /// What the change of all that match is sent with.
  struct Bulk: Part {
    let hidden: [HiddenField]
  }

  /// One issue.
  struct Row: Part {
    let number: String
    let href: String
    let title: String
    let kind: String
    /// Whether the viewer may change it.
    let isOwn: Bool
    let state: String
    let stateStyle: String
    let age: String
    let owner: String
    let person: String
    let concerns: String
    let raiser: String
    let severity: String
    let priority: String
    let nextAction: String
    let due: String
    let late: Tag?
  }
}
