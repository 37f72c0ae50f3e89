import Calculator
import Exchange
import Programme

extension PasteCheckPage {
  init(
    _ grid: PasteGrid, taken: [Problem], left unknown: [String], council: String,
    visibility seen: String
  ) {
    let found = PasteCheckPage.problems(grid, taken: taken, council: council)
    let errors = Dictionary(found.map { ($0.name, $0.problem.message) }) { first, _ in first }
    let filled = grid.filled.count
    summary = "\(Shown.count(filled, "row")) to add. Nothing is recorded yet."
    left =
      unknown.isEmpty
      ? nil : "Left out, for nobody knows these headings: \(unknown.joined(separator: ", "))."
    columns = grid.columns.map(\.rawValue).joined(separator: " ")
    count = String(grid.rows.count)
    headings = grid.columns.map { Heading(text: $0.label, unit: $0.unit) }
    rows = grid.rows.enumerated().map { place, texts in
      Row(
        number: String(place + 1),
        cells: grid.columns.map { Cell(place, $0, texts[$0] ?? "", errors) })
    }
    lists = grid.columns.compactMap(WordList.init)
    visibility = FormField(
      "visibility", "Who may see them?",
      .select(
        Visibility.allCases.map {
          Choice($0.rawValue, Tag($0).text, isChosen: $0.rawValue == seen)
        }))
    submit = "Add \(Shown.count(filled, "benefit"))"
    problems = found.map { PageProblem("\($0.row): \($0.problem.message)", at: $0.id) }
  }

  private struct Found {
    let name: String
    let place: Int
    let problem: Problem

    var id: String { FormField.id(name) }
    var row: String { "Row \(place + 1)" }
  }

  /// Everything that stands against the rows, in their order. What has no column of its own is shown
  /// at the first.
  private static func problems(
    _ grid: PasteGrid, taken: [Problem], council: String
  ) -> [Found] {
    grid.benefits(of: council).flatMap { place, reading -> [Found] in
      let names = Set(grid.columns.map { PasteGrid.name(place, $0) })
      let first = grid.columns.first.map { PasteGrid.name(place, $0) } ?? ""
      let own = reading.problems.filter { $0.severity == .error }.map { problem -> Found in
        guard case .field(let field) = problem.place, names.contains("r\(place + 1).\(field)")
        else { return Found(name: first, place: place, problem: problem) }
        return Found(name: "r\(place + 1).\(field)", place: place, problem: problem)
      }
      let reference = PasteGrid.name(place, .reference)
      return own
        + taken.filter { $0.place == .field(reference) }
        .map { Found(name: reference, place: place, problem: $0) }
    }
  }

  static let sample: PasteCheckPage = {
    let pasted = PastedBenefits("Title\tMethod\tVolume\tCosts\nFewer calls\tContact\tmany\t1")
    return PasteCheckPage(
      PasteGrid(pasted), taken: [], left: pasted.unknownHeadings, council: "Angus Council",
      visibility: "draft")
  }()
}

extension PasteCheckPage.Cell {
  init(_ row: Int, _ field: Benefit.Field, _ value: String, _ errors: [String: String]) {
    name = PasteGrid.name(row, field)
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
  init?(_ field: Benefit.Field) {
    guard case .choice(let words) = field.kind else { return nil }
    id = "words-\(field.rawValue)"
    self.words = words
  }
}
