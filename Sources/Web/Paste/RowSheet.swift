import Exchange
import Programme

/// What the pages say on which rows of one kind of record are brought in.
struct RowSheet: Sendable {
  /// "Paste issues from a spreadsheet".
  let title: String
  /// Where it is done: "/issues/paste".
  let path: String
  /// The list that the rows go into.
  let list: Link
  let area: Area
  /// "issue", "issues".
  let one: String
  let many: String
  /// What a row needs, in a sentence or two.
  let needs: String
  /// The headings that are known, to copy into a spreadsheet.
  let headings: String
  /// The columns where no headings are given.
  let usual: String
  /// Whether a file of comma-separated values is taken as well.
  let takesFiles: Bool

  static let benefits = RowSheet(
    title: "Paste benefits from a spreadsheet", path: "/benefits/paste",
    list: Link("Benefits", "/benefits"), area: .benefits, one: "benefit", many: "benefits",
    needs: """
      Most councils’ own words for them are known too. A benefit needs a title and a method, or a \
      title and an amount a year; a row without a reference is given the next one.
      """,
    headings: RowSheet.labels([
      Benefit.Field.reference, .title, .service, .category, .owner, .tangibility, .cashability,
      .method, .volume, .amount,
    ]),
    usual: RowSheet.labels(PastedBenefits.usualColumns), takesFiles: false)

  static func labels(_ fields: [some RecordField]) -> String {
    fields.map(\.label).joined(separator: ", ")
  }
}
