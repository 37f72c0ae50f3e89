import Calculator

/// The limits of what a record may hold, by name, in one place.
public enum RecordLimit {
  /// The most characters of a title, name or label.
  public static let titleCharacters = 200
  /// The most characters of the reason of a decision.
  public static let noteCharacters = 500
  /// The most characters of a description or note.
  public static let proseCharacters = 8_000
  /// The largest number an input may be, in its unit: 10^12.
  public static let inputMagnitude = Exact(1_000_000_000_000)
  /// The most benefits one register may hold.
  public static let benefitsInRegister = 50_000
  /// The most costs one register may hold.
  public static let costsInRegister = 1_000
  /// The most years of a deflator.
  public static let deflatorYears = 500
  /// The most problems of one file that are listed.
  public static let problemsListed = 1_000

  static let title = FieldKind.text(maxCharacters: titleCharacters)
  static let prose = FieldKind.text(maxCharacters: proseCharacters)
  static let share = FieldKind.share(from: .zero, to: .one)
  static let amount = FieldKind.number(from: .zero, to: inputMagnitude)
  static let money = FieldKind.number(from: -inputMagnitude, to: inputMagnitude)
}
