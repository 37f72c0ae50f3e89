/// What a council says of one check.
public struct ReadinessAnswer: Hashable, Sendable {
  /// How far it is.
  public var standing: ReadinessStanding
  /// Since when it is in place, or by when it is expected.
  public var day: Day?
  /// More about it.
  public var note: String

  /// An answer; nothing has begun unless given.
  public init(standing: ReadinessStanding = .notYet, day: Day? = nil, note: String = "") {
    self.standing = standing
    self.day = day
    self.note = note
  }

  /// Whether nothing is wanted any more.
  public var isDone: Bool { standing == .inPlace || standing == .notNeeded }

  /// Whether the day by which it was expected has passed.
  public func isLate(on today: Day) -> Bool {
    !isDone && (day.map { $0 < today } ?? false)
  }

  /// All of it in a few words, for the journal.
  var words: String {
    [standing.rawValue, day?.description ?? "", note].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

extension ReadinessAnswer: Record {
  /// The fields of an answer.
  public enum Field: String, RecordField {
    case standing, day, note

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .standing: "How far"
      case .day: "Since, or expected by"
      case .note: "Note"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .standing: .choice(ReadinessStanding.allCases.map(\.rawValue))
      case .day: .day
      case .note: RecordLimit.title
      }
    }
  }

  /// Reads an answer from what was typed; a blank is "not yet".
  public static func read(_ texts: [Field: String]) -> Reading<ReadinessAnswer> {
    var reader = FieldReader(texts)
    let answer = ReadinessAnswer(
      standing: reader.choice(.standing, ReadinessStanding.self) ?? .notYet,
      day: reader.day(.day), note: reader.text(.note))
    if answer.day == nil, reader.text(.day).isEmpty {
      if answer.standing == .inPlace { reader.refuse(.day, "", "a day", "Enter since when.") }
      if answer.standing == .inHand { reader.refuse(.day, "", "a day", "Enter by when.") }
    }
    return Reading(value: answer, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .standing: standing.rawValue
    case .day: day?.description ?? ""
    case .note: note
    }
  }
}
