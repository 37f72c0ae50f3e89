import Calculator
import Exchange
import Programme
import Store

extension ApprovalListPage {
  init(_ lists: ApprovalLists, viewer: Viewer) {
    whose = viewer.startsWithOwn ? viewer.organisationName : "All councils"
    waiting = lists.waiting.map { WaitingLine($0, viewer) }
    selfApproved = lists.selfApproved.map(OwnLine.init)
    exports = Link.exports("/approvals") { $0 }
  }
}

extension ApprovalListPage.WaitingLine {
  init(_ row: ApprovalRow, _ viewer: Viewer) {
    benefit = row.link
    council = row.councilName
    submitted = row.submitted.name
    when = Shown.moment(row.submitted.at)
    net = row.shownNet
    let isOwn = row.submitted.person == viewer.person
    whose =
      if !viewer.may(.writeBenefits) {
        Tag("Its council decides")
      } else {
        isOwn ? Tag("Submitted by you") : Tag("Yours to decide", .yellow)
      }
  }
}

extension ApprovalListPage.OwnLine {
  init(_ row: ApprovalRow) {
    benefit = row.link
    council = row.councilName
    approved = row.approved?.name ?? Shown.unknown
    when = row.approved.map { Shown.moment($0.at) } ?? Shown.unknown
    reason = row.approved?.reason ?? ""
    number = row.number.map(String.init) ?? ""
    net = row.shownNet
  }
}

extension ApprovalRow {
  fileprivate var link: Link { Link("\(reference) \(title)", "/benefits/\(benefit)/approval") }
  fileprivate var shownNet: String { Shown.bare(net) }
}
