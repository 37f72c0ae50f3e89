import Calculator
import Exchange
import Programme
import Store

/// What a pivot is asked for: the two sides, the figure, the kind of money, and which benefits.
struct PivotQuestion: Sendable {
  /// What the cells of the table show. The kinds of money are never added up.
  enum Measure: String, CaseIterable, Sendable {
    case cashable, nonCashable, transfers, count
  }

  let rows: PivotAxis
  let columns: PivotAxis
  let measure: Measure
  let filter: BenefitFilter
  /// The choices as they were typed, by name.
  let typed: [String: String]
  /// What cannot be used of the choices.
  let problems: [Problem]

  var figure: PivotFigure { filter.figure }

  /// The names of the choices that are not the list's.
  static let names = ["rows", "columns", "measure"]

  /// Throws ``Refusal/invalid(_:)`` for filters that the list does not take.
  init(_ query: Submission) throws(Refusal) {
    var reader = QueryReader(query)
    let listed = "one of the list"
    let columns = reader.read("columns", listed) { PivotAxis(word: $0) } ?? .year
    let rows = reader.read("rows", listed) { PivotAxis(word: $0) } ?? .dimension(.service)
    measure = reader.read("measure", listed) { Measure(rawValue: $0) } ?? .cashable
    typed = Dictionary(
      PivotQuestion.names.compactMap { name in query.given(name).map { (name, $0) } }
    ) { first, _ in first }
    problems =
      reader.problems.map(PivotQuestion.named)
      + (rows == columns ? [PivotQuestion.sameSides(rows)] : [])
    self.rows = rows
    self.columns = columns
    filter = try BenefitFilter(query).unlessByYear([rows, columns])
  }

  private static func named(_ problem: Problem) -> Problem {
    var named = problem
    named.subject = problem.subject.capitalizedAtStart
    named.mend = "Choose one."
    return named
  }

  private static func sameSides(_ axis: PivotAxis) -> Problem {
    Problem(
      .error, at: .field("columns"), subject: "Columns", found: axis.label,
      expected: "another side than the rows", mend: "Choose another for one of them.")
  }

  /// The address that asks the same.
  func address(_ path: String) -> Address {
    filter.address(path).with("rows", rows.word).with("columns", columns.word)
      .with("measure", measure.rawValue)
  }

  /// The address of exactly the benefits behind a cell, with their money of the cell; nil where the
  /// list cannot be narrowed so. `codes` are the councils' by name.
  func benefits(
    _ labels: [(axis: PivotAxis, label: String)], _ codes: [String: CouncilCode]
  ) -> String? {
    var filter = filter
    for (axis, label) in labels {
      guard axis == .dimension(.council) else {
        guard let narrowed = filter.narrowed(to: label, on: axis) else { return nil }
        filter = narrowed
        continue
      }
      guard let code = codes[label] else { return nil }
      filter.council = code
    }
    return filter.address().text
  }
}
