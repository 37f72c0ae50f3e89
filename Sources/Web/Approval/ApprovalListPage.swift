import Calculator
import Exchange
import Programme
import Store

/// What waits for approval, and what one person both submitted and approved.
struct ApprovalListPage: Page {
  static let template = "approval/list"

  let title = "Approvals"
  /// Whose approvals they are.
  let whose: String
  let waiting: [WaitingLine]
  let selfApproved: [OwnLine]
  let exports: [Link]
  let area: Area? = .approvals
  let isWide = true

  /// A forecast that waits.
  struct WaitingLine: Part {
    let benefit: Link
    let council: String
    let submitted: String
    let when: String
    let net: String
    let whose: Tag
  }

  /// A forecast that its submitter approved.
  struct OwnLine: Part {
    let benefit: Link
    let council: String
    let approved: String
    let when: String
    let reason: String
    let number: String
    let net: String
  }

  static let sample = ApprovalListPage(
    whose: "West Lothian Council",
    waiting: [
      WaitingLine(
        benefit: Link("B001 Fewer visits", "/benefits/1/approval"),
        council: "West Lothian Council", submitted: "Iain Sinclair",
        when: "4 April 2010, 2:10 pm", net: "18,000.00", whose: Tag("Yours to decide", .yellow))
    ],
    selfApproved: [
      OwnLine(
        benefit: Link("B002 Fewer letters", "/benefits/2/approval"),
        council: "Inverclyde Council", approved: "Morag Campbell",
        when: "3 April 2010, 9:05 am", reason: "The council has one officer.", number: "1",
        net: "7,500.00")
    ], exports: [Link("CSV", "/approvals.csv")])

  static let states = [
    "empty": ApprovalListPage(
      whose: "All councils", waiting: [], selfApproved: [], exports: [])
  ]
}
