import Calculator

/// What a field may hold. One table of kinds serves forms, files, the API and the journal.
public enum FieldKind: Sendable, Hashable {
  /// Free text up to a number of characters.
  case text(maxCharacters: Int)
  /// One of a closed list of words, compared trimmed and case-folded.
  case choice([String])
  /// Several short texts, separated by ";".
  case list(maxItems: Int)
  /// A decimal within bounds, in the unit named by the field.
  case number(from: Exact, to: Exact)
  /// A share of a whole, stored as a fraction; text may say "10%" or "0.1".
  case share(from: Exact, to: Exact)
  /// A whole number within bounds.
  case whole(ClosedRange<Int>)
  /// A calendar day, "2010-01-15".
  case day
  /// A financial year, "2005/06".
  case financialYear
}

/// A named field of a record: its heading in files, its label on pages, its unit and kind.
/// The raw value is its name in the API and in the journal.
public protocol RecordField: CaseIterable, Hashable, Sendable, RawRepresentable<String> {
  /// The heading of its column in layout 1 and in our own exports.
  var header: String { get }
  /// The label on pages.
  var label: String { get }
  /// The unit, or "" where there is none.
  var unit: String { get }
  /// What it may hold.
  var kind: FieldKind { get }
}

extension RecordField {
  /// By the case itself: hashing the raw name costs more than reading a whole row of a file.
  public func hash(into hasher: inout Hasher) {
    withUnsafeBytes(of: self) { hasher.combine(bytes: $0) }
  }
}

/// A record that is read from texts, field by field, and written back to them.
public protocol Record: Sendable {
  /// Its fields.
  associatedtype Field: RecordField

  /// The canonical text of one field; "" for a blank.
  func text(_ field: Field) -> String

  /// Reads a record from what was typed. Fields that are not named are blank.
  /// The value is there unless some problem is an error.
  static func read(_ texts: [Field: String]) -> Reading<Self>
}

/// What came of reading: the value when there was no error, and every problem.
public struct Reading<Value: Sendable>: Sendable {
  /// The value; nil when a problem is an error.
  public let value: Value?
  /// All problems found, errors and warnings.
  public let problems: [Problem]

  /// A reading.
  public init(value: Value?, problems: [Problem]) {
    self.value = problems.contains { $0.severity == .error } ? nil : value
    self.problems = problems
  }
}

/// One field that differs between two versions of a record.
public struct FieldChange: Sendable, Hashable {
  /// The field's raw name.
  public let field: String
  /// The field's label.
  public let label: String
  /// The canonical text before; "" for a blank.
  public let before: String
  /// The canonical text after; "" for a blank.
  public let after: String

  /// A change of one field.
  public init(field: String, label: String, before: String, after: String) {
    self.field = field
    self.label = label
    self.before = before
    self.after = after
  }
}

extension FieldChange {
  /// A change of one field; nil when nothing differs.
  public static func unlessSame(
    _ field: String, _ label: String, _ before: String?, _ after: String?
  ) -> FieldChange? {
    guard before ?? "" != after ?? "" else { return nil }
    return FieldChange(field: field, label: label, before: before ?? "", after: after ?? "")
  }
}

extension Record {
  /// The fields in which this record differs from an earlier version (nil: from nothing).
  public func changes(since earlier: Self?) -> [FieldChange] {
    Field.allCases.map {
      FieldChange(
        field: $0.rawValue, label: $0.label, before: earlier?.text($0) ?? "", after: text($0))
    }.filter { $0.before != $0.after }
  }

  /// All fields as canonical texts.
  public var texts: [Field: String] {
    Dictionary(uniqueKeysWithValues: Field.allCases.map { ($0, text($0)) })
  }
}
