/// Something a party of the programme is to have done by a day.
public struct Milestone: Hashable, Sendable {
  /// What is done then, in a few words.
  public var title: String
  /// How one can tell that it is done.
  public var description: String
  /// The office that answers for it; "" for none.
  public var office: String
  /// The day of the agreed plan.
  public var baseline: Day
  /// The day it is now expected.
  public var forecast: Day
  /// The day it was done; nil while it is not.
  public var actual: Day?
  /// Why the forecast last moved later; "" when it never did.
  public var slipReason: String

  /// A milestone that is expected on the day of the plan, unless given.
  public init(
    title: String, description: String = "", office: String = "", baseline: Day,
    forecast: Day? = nil, actual: Day? = nil, slipReason: String = ""
  ) {
    self.title = title
    self.description = description
    self.office = office
    self.baseline = baseline
    self.forecast = forecast ?? baseline
    self.actual = actual
    self.slipReason = slipReason
  }

  /// The day that others reckon with: when it was done, else when it is expected.
  public var day: Day { actual ?? forecast }

  /// How many days after the plan it is expected or was done; negative before the plan.
  public var slipDays: Int { day.days(since: baseline) }
}
