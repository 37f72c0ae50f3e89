import Exchange
import Programme
import Store

/// A record that can be brought in as rows, many at once.
protocol PastedRecord: Record {
  /// What the pages say.
  static var sheet: RowSheet { get }
  /// The fields that rows may have.
  static var pastedFields: [Field] { get }
  /// The fields where no headings are given.
  static var usualFields: [Field] { get }
  /// Other words for the fields.
  static var headingWords: [String: Field] { get }
  /// What is to be said of rows before anything is stored, one for each.
  static func verdicts(
    _ rows: [[Field: String]], in db: isolated Database, as viewer: Viewer
  ) throws -> [RowVerdict]
  /// Records rows of which nothing stands against one and none is there already, all or none.
  static func add(
    _ rows: [[Field: String]], by act: Act, in db: isolated Database, as viewer: Viewer
  ) throws
}

/// What is to be said of a row.
struct RowVerdict: Sendable {
  /// What stands against it.
  var problems: [Problem] = []
  /// The record that it would repeat; nil for a new one.
  var existing: Link?
}

extension PastedRecord {
  static var headingWords: [String: Field] { [:] }

  /// Rows as they were typed or read.
  static func rows(_ text: String, as form: PastedForm) -> PastedRows<Self> {
    PastedRows(
      text, as: form, fields: pastedFields, usual: usualFields, words: headingWords)
  }
}
