/// What a council needs before it can take part in earnest.
public enum ReadinessCheck: String, CaseIterable, Sendable {
  /// The council has a project board of its own.
  case localBoard
  /// The co-ordinating body sits on it.
  case coordinatorOnBoard
  /// Somebody may decide; what the office of key decision maker says.
  case decisionMaker
  /// Data are clean, mapped and ready to move.
  case data
  /// Networks, interfaces and machines are there.
  case technology

  /// Those that somebody answers; the others follow from the record.
  public static let answered = allCases.filter { $0 != .decisionMaker }

  /// The label on pages.
  public var label: String {
    switch self {
    case .localBoard: "Local project board exists"
    case .coordinatorOnBoard: "Co-ordinating body sits on it"
    case .decisionMaker: "Key decision maker named"
    case .data: "Data prerequisites"
    case .technology: "Technical prerequisites"
    }
  }
}

/// How far one check is.
public enum ReadinessStanding: String, CaseIterable, Sendable {
  /// Nothing has begun.
  case notYet = "Not yet"
  /// Somebody works on it, until a day.
  case inHand = "In hand"
  /// It is there, since a day.
  case inPlace = "In place"
  /// This council does without it.
  case notNeeded = "Not needed"
}
