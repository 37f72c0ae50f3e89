import Calculator
import Programme
import Store

/// The milestones that one benefit waits for.
struct MilestonesOfBenefit: Part {
  let rows: [Row]

  /// One milestone.
  struct Row: Part {
    let milestone: Link
    let party: String
    let planned: String
    let forecast: String
    let standing: Tag
    /// "May be 14 days late"; nil where nobody warns.
    let warning: String?
  }

  /// Nil when it waits for none.
  init?(_ milestones: [StoredMilestone], stuck: [ID<Milestone>: Day], today: Day) {
    guard !milestones.isEmpty else { return nil }
    rows = milestones.map { stored in
      Row(
        milestone: stored.link, party: stored.partyName, planned: stored.milestone.baseline.words,
        forecast: stored.milestone.day.words,
        standing: Tag(stored.standing(stuck, today: today)),
        warning: stored.warning.map {
          "May be \(Shown.count($0.warning.daysLate, "day")) late"
        })
    }
  }

  private init(rows: [Row]) { self.rows = rows }

  static let sample = MilestonesOfBenefit(
    rows: [
      Row(
        milestone: Link("Contact centre live", "/milestones/1"), party: "West Lothian Council",
        planned: "1 March 2026", forecast: "22 March 2026", standing: Tag("Slipped 21 days"),
        warning: "May be 14 days late")
    ])
}

extension Database {
  /// What one benefit waits for; nil when it waits for nothing.
  func milestones(of benefit: ID<Benefit>, as viewer: Viewer) throws -> MilestonesOfBenefit? {
    let awaited = try milestones(awaitedBy: benefit, as: viewer)
    guard !awaited.isEmpty else { return nil }
    return MilestonesOfBenefit(
      awaited, stuck: try milestonePlan(as: viewer).stuck, today: try today())
  }
}
