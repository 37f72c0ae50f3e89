import Calculator
import Programme

/// The sheets Cover and Assumptions: a label in column 1, its value in column 2.
struct LabelSheets {
  private let table = HeadingTable<Cover>()
  private(set) var texts: [Cover.Field: String] = [:]
  private var places: [String: Problem.Place] = [:]
  /// What stands beside "Layout", once it was seen.
  private(set) var layout: String?
  private(set) var carried: [CarriedFigure] = []

  mutating func take(
    _ row: Row, of sheet: String, _ dates: DateSystem, _ problems: inout ProblemList
  ) {
    guard let label = row.cell(1), let value = row.cell(2) else { return }
    let place = Problem.Place.cell(
      sheet: sheet, row: row.number, column: 2, header: TrimmedText.of(label.text))
    let folded = FoldedText.of(label.text)
    switch folded {
    case "layout": takeLayout(value, place, &problems)
    case "productivehours":
      carried.append(
        CarriedFigure(figure: .productiveHours, value: CarriedValue(value), place: place))
    case "assumption", "label": break
    default: takeField(table.field(label.text)?.field, label, value, place, dates, &problems)
    }
  }

  private mutating func takeLayout(
    _ value: Cell, _ place: Problem.Place, _ problems: inout ProblemList
  ) {
    layout = TrimmedText.of(value.text)
    guard Exact(text: layout ?? "") != Exact(1) else { return }
    problems.add(
      Problem(
        .error, at: place, subject: "Layout", found: value.text, expected: "layout 1",
        mend: "Copy the contents into a workbook of layout 1; other layouts are not read."))
  }

  private mutating func takeField(
    _ field: Cover.Field?, _ label: Cell, _ value: Cell, _ place: Problem.Place,
    _ dates: DateSystem, _ problems: inout ProblemList
  ) {
    guard let field else {
      return problems.add(
        Problem(
          .note, at: place, subject: TrimmedText.of(label.text), found: value.text,
          expected: "a label of layout 1", mend: "It is not read."))
    }
    let read = CellText(value, as: field.kind, dates: dates)
    for issue in read.issues {
      problems.add(
        Problem(
          issue.severity, at: place, subject: field.label, found: issue.found,
          expected: issue.expected, mend: issue.mend))
    }
    if let earlier = texts[field], earlier != read.text, let other = places[field.rawValue] {
      problems.add(
        Problem(
          .warning, at: place, subject: field.label, found: value.text,
          expected: "each label once; \(other.text) has “\(earlier)”",
          mend: "The first is used. Remove the one that does not hold."))
      return
    }
    // A cell that was refused is not blank: the standard value must not be offered for it.
    if read.issues.contains(where: { $0.severity == .error }) { refused.insert(field) }
    texts[field] = read.text
    places[field.rawValue] = place
  }

  private var refused: Set<Cover.Field> = []

  /// The cover from both sheets.
  func cover(_ problems: inout ProblemList) -> Cover? {
    let reading = Cover.read(texts)
    for problem in reading.problems {
      guard case .field(let name) = problem.place else {
        problems.add(problem)
        continue
      }
      if refused.contains(where: { $0.rawValue == name }) { continue }
      problems.add(places[name].map(problem.at) ?? problem.at(.file))
    }
    return reading.value
  }
}
