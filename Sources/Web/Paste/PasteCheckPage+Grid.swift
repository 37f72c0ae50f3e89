import Calculator
import Exchange
import Programme

extension PasteCheckPage {
  init<Subject: Record>(
    _ grid: RowGrid<Subject>, _ sheet: RowSheet, found: [FoundInRow], left unknown: [String],
    existing: [Int: Link] = [:], fields: [FormField] = []
  ) {
    let errors = Dictionary(found.map { ($0.name, $0.problem.message) }) { first, _ in first }
    let new = grid.filled.count { existing[$0.place] == nil }
    summary = "\(Shown.count(new, "row")) to add. Nothing is recorded yet."
    left =
      unknown.isEmpty
      ? nil : "Left out, for nobody knows these headings: \(unknown.joined(separator: ", "))."
    self.existing = existing.sorted { $0.key < $1.key }.map {
      Link("Row \($0.key + 1): \($0.value.text)", $0.value.href)
    }
    action = sheet.path
    checkAction = "\(sheet.path)/check"
    startHref = sheet.path
    columns = grid.columns.map(\.rawValue).joined(separator: " ")
    count = String(grid.rows.count)
    headings = grid.columns.map { Heading(text: $0.label, unit: $0.unit) }
    rows = grid.rows.enumerated().map { place, texts in
      Row(
        number: String(place + 1),
        cells: grid.columns.map {
          Cell(place, $0, RowGrid<Subject>.name(place, $0), texts[$0] ?? "", errors)
        })
    }
    lists = grid.columns.compactMap { WordList($0) }
    self.fields = fields
    submit = new == 0 ? nil : "Add \(Shown.count(new, sheet.one, sheet.many))"
    problems = found.map { PageProblem("\($0.row): \($0.problem.message)", at: $0.id) }
    area = sheet.area
    trail = [sheet.list, Link("Paste", sheet.path)]
  }

  static let sample: PasteCheckPage = {
    let pasted = PastedBenefits("Title\tMethod\tVolume\tCosts\nFewer calls\tContact\tmany\t1")
    return PasteCheckPage(
      benefits: PasteGrid(pasted), taken: [], left: pasted.unknownHeadings,
      council: "Angus Council", visibility: "draft", existing: [4: Link("#12 Slow line", "/x")])
  }()

  static let states = [
    "nothing": PasteCheckPage(
      PasteGrid(PastedBenefits("")), .benefits, found: [], left: [])
  ]
}

extension PasteCheckPage.Cell {
  init(
    _ row: Int, _ field: some RecordField, _ name: String, _ value: String,
    _ errors: [String: String]
  ) {
    self.name = name
    id = FormField.id(name)
    label = "Row \(row + 1), \(field.label)"
    self.value = value
    if case .choice = field.kind { list = "words-\(field.rawValue)" } else { list = nil }
    let id = id
    error = errors[name].map { Message(id: "\(id)-error", text: $0) }
    style = error == nil ? "" : "govuk-input--error"
  }
}

extension PasteCheckPage.WordList {
  init?(_ field: some RecordField) {
    guard case .choice(let words) = field.kind else { return nil }
    id = "words-\(field.rawValue)"
    self.words = words
  }
}
