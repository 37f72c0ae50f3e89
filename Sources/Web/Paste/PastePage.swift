import Exchange
import Programme

/// Where rows of a spreadsheet are brought in.
struct PastePage: Page {
  static let template = "paste/paste"

  let title: String
  let one: String
  let text: FormField
  /// Where the rows are checked, and where a file of them is; nil where no file is taken.
  let action: String
  let fileAction: String?
  let fileError: Message?
  let headings: String
  let needs: String
  let usual: String
  let limit: String
  let problems: [PageProblem]
  let area: Area?
  let trail: [Link]

  init(_ sheet: RowSheet, text: String = "", problems found: [Problem] = []) {
    let ofFile = found.first { $0.place == .file }
    title = sheet.title
    one = sheet.one
    self.text = FormField(
      "text", "Rows", .area, value: text,
      hint: "Copy the rows in your spreadsheet, with the row of headings, and paste them here.",
      error: ofFile == nil ? found.first?.message : nil)
    action = "\(sheet.path)/check"
    fileAction = sheet.takesFiles ? "\(sheet.path)/file" : nil
    fileError = ofFile.map { Message(id: "file-error", text: $0.message) }
    headings = sheet.headings
    needs = sheet.needs
    usual = sheet.usual
    limit = String(PasteLimit.rows)
    problems = found.map { PageProblem($0.message, at: $0.place == .file ? "file" : "text") }
    area = sheet.area
    trail = [sheet.list]
  }

  static let sample = PastePage(.sample)
  static let states = [
    "refused": PastePage(.sample, text: "a", problems: [problem(.field("text"))]),
    "refused file": PastePage(.sample, problems: [problem(.file)]),
  ]

  private static func problem(_ place: Problem.Place) -> Problem {
    Problem(.error, at: place, subject: "Rows", found: "", expected: "rows", mend: "Paste.")
  }
}

extension RowSheet {
  static let sample = RowSheet(
    title: "Bring in issues", path: "/issues/paste", list: Link("Issues", "/issues"),
    area: .benefits, one: "issue", many: "issues", needs: "An issue needs a title.",
    headings: "Title, Due", usual: "Title", takesFiles: true)
}
