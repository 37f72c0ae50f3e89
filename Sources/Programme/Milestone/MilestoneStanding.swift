/// How a milestone stands on a day, the most pressing first.
public enum MilestoneStanding: Hashable, Sendable {
  /// It was withdrawn.
  case withdrawn
  /// It was done, so many days after the plan; negative before it.
  case achieved(afterPlanDays: Int)
  /// Its forecast has passed by so many days, and it is not done.
  case late(days: Int)
  /// What it needs comes so many days too late for its forecast.
  case cannotHold(days: Int)
  /// It is expected so many days after the plan.
  case slipped(days: Int)
  /// It is expected by the day of the plan.
  case onPlan

  /// How it stands; `held` is the earliest day that it can be held, where that is after its forecast.
  public init(_ milestone: Milestone, isWithdrawn: Bool = false, held: Day?, today: Day) {
    if isWithdrawn {
      self = .withdrawn
    } else if milestone.actual != nil {
      self = .achieved(afterPlanDays: milestone.slipDays)
    } else if milestone.forecast < today {
      self = .late(days: today.days(since: milestone.forecast))
    } else if let held, held > milestone.forecast {
      self = .cannotHold(days: held.days(since: milestone.forecast))
    } else if milestone.slipDays > 0 {
      self = .slipped(days: milestone.slipDays)
    } else {
      self = .onPlan
    }
  }
}
