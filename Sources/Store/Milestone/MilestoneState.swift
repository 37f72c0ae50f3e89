/// Which milestones a list shows, by how they stand.
public enum MilestoneState: String, CaseIterable, Sendable {
  /// Not achieved.
  case open
  /// Not achieved though the forecast has passed.
  case late
  /// Expected after the plan.
  case slipped
  /// What they need comes too late for their forecast.
  case stuck
  /// Somebody warned that they may be late.
  case warned
  /// Achieved.
  case achieved
  /// Open and achieved.
  case all
  /// Withdrawn.
  case withdrawn
}
