import Calculator

/// A change of the programme's plan, as one version of its proposal states it.
public struct PlanChange: Hashable, Sendable {
  /// What changes, in a line: "The upgrade moves from March to June".
  public var title: String
  /// The plan as it is.
  public var before: String
  /// The plan as it is to be.
  public var after: String
  /// Why it is to change.
  public var reason: String
  /// What it does to dates, in words.
  public var onDates = ""
  /// What it does to benefits, in words.
  public var onBenefits = ""
  /// Pounds that it costs; negative where it saves, nil where nobody knows.
  public var onCost: Exact?
  /// What it does to other parties, in words.
  public var onParties = ""
  /// The last day for positions.
  public var positionsDue: Day
  /// The last day for acknowledging the decision.
  public var acknowledgementDue: Day
  /// Who decides.
  public var authority: ChangeAuthority

  /// A change without effects, decided by the co-ordinator unless told otherwise.
  public init(
    title: String, before: String, after: String, reason: String, positionsDue: Day,
    acknowledgementDue: Day, authority: ChangeAuthority = .coordinator
  ) {
    self.title = title
    self.before = before
    self.after = after
    self.reason = reason
    self.positionsDue = positionsDue
    self.acknowledgementDue = acknowledgementDue
    self.authority = authority
  }
}

/// Who decides on a plan change.
public enum ChangeAuthority: String, CaseIterable, Sendable {
  /// The programme's co-ordinator.
  case coordinator = "The co-ordinator"
  /// The key decision maker of one affected party.
  case party = "An affected party's key decision maker"
  /// The steering board.
  case board = "The steering board"
}

/// The limits of plan changes, by name, in one place.
public enum ChangeLimit {
  /// The most parties of one change.
  public static let parties = 300
  /// The most milestones that one change moves.
  public static let milestones = 40
  /// The most changes of benefits that one change makes.
  public static let benefits = 40
  /// The most versions of one change.
  public static let revisions = 100
  /// The most positions that one party takes on one version.
  public static let positions = 50
}
