/// Chooses a calculator file; nothing changes before it has been checked and confirmed.
struct ImportUploadPage: Page {
  static let template = "import/upload"

  let title = "Import a calculator file"
  let council: String
  /// "10 MB": the largest file that is taken.
  let limit: String
  let failure: Message?
  let describedBy: String
  let problems: [PageProblem]
  let area: Area? = .imports
  let trail = [Link("Imports", "/imports")]

  /// `failure` says what is wrong with the file that was sent.
  init(council: String, limit: String, failure: String? = nil) {
    self.council = council
    self.limit = limit
    self.failure = failure.map { Message(id: "file-error", text: $0) }
    describedBy = failure == nil ? "file-hint" : "file-hint file-error"
    problems = failure.map { [PageProblem($0, at: "file")] } ?? []
  }

  static let sample = ImportUploadPage(
    council: "West Lothian Council", limit: "10 MB",
    failure: "This is a PDF. Choose the calculator workbook it was made from")

  static let states = ["first": ImportUploadPage(council: "West Lothian Council", limit: "10 MB")]
}
