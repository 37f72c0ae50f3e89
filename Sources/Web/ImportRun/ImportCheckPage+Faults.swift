import Calculator
import Programme

extension ImportCheckPage.Fault {
  /// So many warnings or notes that differ in nothing but their row are one line.
  private static let fewestGrouped = 4

  /// Problems as lines: by severity, then by sheet, row and column.
  static func rows(of problems: [Problem]) -> [Self] {
    let counts = Dictionary(problems.map { ($0.anyRow, 1) }, uniquingKeysWith: +)
    var seen: Set<Problem> = []
    return inOrder(problems).compactMap { problem in
      let count = counts[problem.anyRow] ?? 1
      guard problem.severity != .error, count >= fewestGrouped else { return Self(problem) }
      return seen.insert(problem.anyRow).inserted ? Self(problem, count: count) : nil
    }
  }

  /// Sheets come in the order in which they are first told of; the file as a whole comes first.
  private static func inOrder(_ problems: [Problem]) -> [Problem] {
    var sheets: [String: Int] = [:]
    for case .cell(let sheet, _, _, _) in problems.map(\.place) where sheets[sheet] == nil {
      sheets[sheet] = sheets.count
    }
    let ranked = problems.enumerated().map { index, problem in
      let place: (Int, Int, Int) =
        switch problem.place {
        case .cell(let sheet, let row, let column, _): (sheets[sheet] ?? 0, row, column)
        case .text(let line, let column): (-1, line, column)
        case .file, .field: (-1, 0, 0)
        }
      return (rank: (problem.severity, place.0, place.1, place.2, index), problem: problem)
    }
    return ranked.sorted { $0.rank < $1.rank }.map(\.problem)
  }

  /// A problem as the reader found it; `count` of them when only their rows differ.
  init(_ problem: Problem, count: Int = 1) {
    severity = Tag(problem.severity)
    mend = problem.mend
    let found = problem.found.isEmpty ? "" : ", found \u{201C}\(problem.found)\u{201D}"
    what = "\(problem.subject): expected \(problem.expected)\(found)"
    switch problem.place {
    case .cell(let cell, let line, let place, let header):
      sheet = cell
      row = count == 1 ? String(line) : "\(Shown.count(count, "row")), first at row \(line)"
      column = header.map { "\($0) (\(place))" } ?? String(place)
    case .text(let line, let place):
      (sheet, row, column) = ("whole file", "line \(line)", "character \(place)")
    case .file, .field:
      (sheet, row, column) = ("whole file", "none", "none")
    }
  }
}

extension Problem {
  /// The same problem without its row.
  fileprivate var anyRow: Problem {
    guard case .cell(let sheet, _, let column, let header) = place else { return self }
    return at(.cell(sheet: sheet, row: 0, column: column, header: header))
  }
}
