import Calculator
import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The rows of the list of milestones, with the columns of the screen and those it has no room for.
  init(_ milestones: [StoredMilestone], stuck: [ID<Milestone>: Day], today: Day) {
    self.init(
      headings: [
        "Milestone", "Party", "Party code", "Done when", "Office", "Owner", "Planned", "Forecast",
        "Achieved", "Days after the plan", "Standing", "Can be held", "Why it moved",
        "May be days late", "How likely", "Why it may be late",
      ],
      rows: milestones.map { $0.cells(stuck, today) })
  }
}

extension StoredMilestone {
  fileprivate func cells(_ stuck: [ID<Milestone>: Day], _ today: Day) -> [TableCell] {
    let warned = warning?.warning
    return [
      .text(milestone.title), .text(partyName), .text(partyCode?.description ?? ""),
      .text(milestone.description), .text(milestone.office), .text(owner?.name ?? ""),
      .day(milestone.baseline), .day(milestone.forecast),
      milestone.actual.map(TableCell.day) ?? .blank, .number(Exact(milestone.slipDays)),
      .text(Tag(standing(stuck, today: today)).text),
      stuck[id].map(TableCell.day) ?? .blank, .text(milestone.slipReason),
      warned.map { .number(Exact($0.daysLate)) } ?? .blank,
      .text(warned?.likelihood.rawValue ?? ""), .text(warned?.reason ?? ""),
    ]
  }
}

extension Database {
  /// Every row of a list, page after page, as a table.
  func milestoneTable(
    _ filter: MilestoneFilter, as viewer: Viewer
  ) throws -> Exchange.Table {
    var filter = filter
    filter.after = nil
    filter.limit = MilestoneFilter.limitMaximum
    var page = try milestonePage(filter, as: viewer)
    var rows = page.rows
    while let next = page.next {
      filter.after = next
      page = try milestonePage(filter, as: viewer)
      rows += page.rows
    }
    return Exchange.Table(rows, stuck: page.stuck, today: page.today)
  }
}
