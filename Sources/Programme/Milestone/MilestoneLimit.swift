/// How much the plan may hold, by name, in one place.
public enum MilestoneLimit {
  /// Milestones of one programme that were not withdrawn.
  public static let inProgramme = 5_000
  /// Milestones that one milestone may need.
  public static let needs = 50
  /// Benefits that may wait for one milestone.
  public static let benefits = 200
  /// The years that the plan's days lie in.
  public static let years = 2000...2099
  /// Days between a milestone and what it needs.
  public static let lagDays = 0...730
  /// Days that a warning may speak of.
  public static let warningDays = 1...730
  /// Days that one drawing of the plan shows.
  public static let drawnDays = 3_660
  /// Milestones that one drawing of the plan shows; of more a part is chosen.
  public static let drawn = 500
}
