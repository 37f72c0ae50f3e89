/// The part of a party in an activity.
public enum ResponsibilityPart: String, CaseIterable, Sendable {
  /// Answers for it; exactly one party.
  case accountable = "Accountable"
  /// Does it.
  case responsible = "Responsible"
  /// Is asked before.
  case consulted = "Consulted"
  /// Is told after.
  case informed = "Informed"

  /// The letter in the matrix.
  public var letter: String {
    switch self {
    case .accountable: "A"
    case .responsible: "R"
    case .consulted: "C"
    case .informed: "I"
    }
  }

  /// The parts that any number of parties may have.
  public static let shared: [ResponsibilityPart] = [.responsible, .consulted, .informed]
}
