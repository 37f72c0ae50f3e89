/// What is to be reached of an objective by a day.
public struct ObjectiveTarget: Hashable, Sendable {
  /// What is to be reached: "Eight of ten contacts are settled at the first call".
  public var words: String
  /// By when.
  public var by: Day?
  /// How far it is.
  public var standing: TargetStanding

  /// A target that nobody has begun, unless given.
  public init(words: String, by: Day? = nil, standing: TargetStanding = .notBegun) {
    self.words = words
    self.by = by
    self.standing = standing
  }

  /// Whether its day has passed without its being met.
  public func isLate(on today: Day) -> Bool {
    standing != .met && standing != .missed && (by.map { $0 < today } ?? false)
  }

  /// All of it in a few words, for the journal.
  var text: String {
    [words, by?.description ?? "", standing.rawValue].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

extension ObjectiveTarget: Record {
  /// The fields of a target.
  public enum Field: String, RecordField {
    case words, by, standing

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .words: "Target"
      case .by: "By"
      case .standing: "How far"
      }
    }

    /// No field has a unit.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .words: .text(maxCharacters: RecordLimit.noteCharacters)
      case .by: .day
      case .standing: .choice(TargetStanding.allCases.map(\.rawValue))
      }
    }
  }

  /// Reads a target from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<ObjectiveTarget> {
    var reader = FieldReader(texts)
    let target = ObjectiveTarget(
      words: reader.required(.words), by: reader.day(.by),
      standing: reader.choice(.standing, TargetStanding.self) ?? .notBegun)
    return Reading(value: target, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .words: words
    case .by: by?.description ?? ""
    case .standing: standing.rawValue
    }
  }
}
