/// The kinds of box on a benefits map, in the order in which they lead to each other.
public enum MapKind: String, CaseIterable, Sendable, Comparable {
  /// What a project delivers.
  case output = "Output"
  /// What people then do differently.
  case change = "Change"
  /// What becomes of that.
  case outcome = "Outcome"
  /// What it is worth: a benefit of the register.
  case benefit = "Benefit"
  /// What the programme is for.
  case objective = "Objective"

  /// The kinds that are recorded on the map itself; benefits stand in the register.
  public static let recorded: [MapKind] = [.output, .change, .outcome, .objective]

  /// Where it stands, from 0 at the left.
  public var column: Int { MapKind.allCases.firstIndex(of: self) ?? 0 }

  /// Whether a box of this kind may lead to one of that kind: only to a later one, so that no way
  /// leads back. What leads to an objective is the benefit that names it.
  public func leads(to other: MapKind) -> Bool {
    self < other && self < .benefit && other != .objective
  }

  /// Earlier kinds come first.
  public static func < (left: MapKind, right: MapKind) -> Bool { left.column < right.column }
}

/// How much one map may hold, by name, in one place.
public enum MapLimit {
  /// Boxes recorded on the map of one register.
  public static let nodes = 500
  /// Boxes that one drawing shows; of more a part is chosen.
  public static let drawn = 400
  /// Boxes of a whole map that is drawn unasked; of more a part is offered first.
  public static let unasked = 60
  /// Links that one page lists; files hold all.
  public static let listed = 1_000
  /// Links of one register.
  public static let links = 2_000
}
