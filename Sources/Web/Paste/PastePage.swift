import Calculator
import Exchange
import Programme

/// Where rows of a spreadsheet are pasted.
struct PastePage: Page {
  static let template = "paste/paste"

  let title = "Paste benefits from a spreadsheet"
  let text: FormField
  /// The headings that are known, to copy into a spreadsheet.
  let headings: String
  let usual: String
  let limit: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail = [Link("Benefits", "/benefits")]

  init(text: String = "", problems found: [Problem] = []) {
    self.text = FormField(
      "text", "Rows", .area, value: text,
      hint: "Copy the rows in your spreadsheet, with the row of headings, and paste them here.",
      error: found.first?.message)
    headings = [
      Benefit.Field.reference, .title, .service, .category, .owner, .tangibility, .cashability,
      .method, .volume, .amount,
    ].map(\.label).joined(separator: ", ")
    usual = PastedBenefits.usualColumns.map(\.label).joined(separator: ", ")
    limit = String(PasteLimit.rows)
    problems = found.map { PageProblem($0.message, at: "text") }
  }

  static let sample = PastePage()
  static let states = [
    "refused": PastePage(
      text: "a",
      problems: [
        Problem(
          .error, at: .field("text"), subject: "Rows", found: "", expected: "rows", mend: "Paste.")
      ])
  ]
}
