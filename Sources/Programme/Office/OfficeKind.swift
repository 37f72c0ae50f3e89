/// What somebody is, for a party to the programme.
public enum OfficeKind: String, CaseIterable, Sendable {
  /// Decides for the party, up to a limit.
  case keyDecisionMaker = "Key decision maker"
  /// Speaks for the programme within the party.
  case champion = "Champion"
  /// Chairs the party's own project board.
  case boardChair = "Project-board chair"
  /// Answers for the benefits.
  case benefitsLead = "Benefits lead"
  /// Answers for data and technology.
  case technicalLead = "Technical lead"

  /// Whether the office has a limit of delegation and a deputy.
  public var decides: Bool { self == .keyDecisionMaker }

  /// The offices that a party of that kind is to fill; one that is not is a gap.
  public static func expected(of kind: OrganisationKind) -> [OfficeKind] {
    switch kind {
    case .council: allCases
    case .supplier: [.keyDecisionMaker, .technicalLead]
    case .coordinatingBody, .other: [.keyDecisionMaker]
    }
  }

  /// What is said where nobody holds it: "No key decision maker".
  public var gap: String { "No \(rawValue.lowercased())" }
}
