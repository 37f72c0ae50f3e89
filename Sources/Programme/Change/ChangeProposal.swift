/// What somebody proposes: the change in words, whom it affects, and what it moves. Where the plan and
/// the register stand today is looked up when it is stored.
public struct ChangeProposal: Hashable, Sendable {
  /// The change in words.
  public var change: PlanChange
  /// The parties it affects; those whose milestones or benefits it moves are added.
  public var parties: [ID<Organisation>]
  /// Whose key decision maker decides; nil where somebody else does.
  public var authorityParty: ID<Organisation>?
  /// The milestones it moves.
  public var milestones: [MilestoneLine] = []
  /// What it changes of benefits.
  public var benefits: [BenefitLine] = []

  /// A proposal that moves nothing unless told otherwise.
  public init(
    _ change: PlanChange, parties: [ID<Organisation>], authorityParty: ID<Organisation>? = nil
  ) {
    self.change = change
    self.parties = parties
    self.authorityParty = authorityParty
  }

  /// A milestone and the day it moves to.
  public struct MilestoneLine: Hashable, Sendable {
    /// The milestone.
    public var milestone: ID<Milestone>
    /// The day.
    public var to: Day
    /// The name of its field, where a problem with it is shown.
    public var name: String

    /// A line.
    public init(_ milestone: ID<Milestone>, to: Day, name: String = "milestones") {
      self.milestone = milestone
      self.to = to
      self.name = name
    }
  }

  /// A benefit, what of it moves, and what it is to be.
  public struct BenefitLine: Hashable, Sendable {
    /// The council's code and the benefit's reference, "S12000040 B014"; the reference alone for one
    /// of one's own council.
    public var reference: String
    /// What moves.
    public var field: Benefit.Field
    /// What it is to be, as typed.
    public var to: String
    /// The name of its field, where a problem with it is shown.
    public var name: String

    /// A line.
    public init(_ reference: String, _ field: Benefit.Field, to: String, name: String = "benefits")
    {
      self.reference = reference
      self.field = field
      self.to = to
      self.name = name
    }

    /// The council's code, where one is typed, and the reference.
    public var parts: (code: CouncilCode?, reference: String) {
      let words = reference.split(separator: " ").map(String.init)
      guard let first = words.first, let code = CouncilCode(text: first) else {
        return (nil, words.first ?? "")
      }
      return (code, words.dropFirst().first ?? "")
    }
  }
}

extension ChangeProposal {
  /// What stands against what it moves, as far as it can be seen without the plan.
  public var problems: [Problem] {
    var problems: [Problem] = []
    if milestones.count > ChangeLimit.milestones {
      problems.append(
        ChangeRefusal.problem(
          "Milestones", at: "milestones", expected: "at most \(ChangeLimit.milestones) milestones",
          "Split the change."))
    }
    if benefits.count > ChangeLimit.benefits {
      problems.append(
        ChangeRefusal.problem(
          "Benefits", at: "benefits", expected: "at most \(ChangeLimit.benefits) lines",
          "Split the change."))
    }
    var seen: Set<ID<Milestone>> = []
    problems += milestones.filter { !seen.insert($0.milestone).inserted }.map {
      ChangeRefusal.problem(
        "Milestone", at: $0.name, expected: "each milestone once", "Leave one of them.")
    }
    return problems
  }
}
