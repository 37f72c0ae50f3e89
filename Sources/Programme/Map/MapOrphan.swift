/// What is missing around a box.
public enum MapOrphan: String, CaseIterable, Sendable {
  /// An output that nothing makes use of.
  case unusedOutput
  /// A change or an outcome that leads nowhere.
  case leadsNowhere
  /// A benefit that no change leads to.
  case withoutChange
  /// A benefit that serves no objective.
  case withoutObjective
  /// An objective that no benefit serves.
  case unservedObjective

  /// What is said of it.
  public var words: String {
    switch self {
    case .unusedOutput: "Nobody uses it"
    case .leadsNowhere: "Leads nowhere"
    case .withoutChange: "No change leads to it"
    case .withoutObjective: "Serves no objective"
    case .unservedObjective: "No benefit serves it"
    }
  }

  func holds(
    for kind: MapKind, hasBefore: Bool, hasAfter: Bool, hasChange: Bool
  ) -> Bool {
    switch self {
    case .unusedOutput: kind == .output && !hasAfter
    case .leadsNowhere: (kind == .change || kind == .outcome) && !hasAfter
    case .withoutChange: kind == .benefit && !hasChange
    case .withoutObjective: kind == .benefit && !hasAfter
    case .unservedObjective: kind == .objective && !hasBefore
    }
  }
}
