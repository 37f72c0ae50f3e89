import Calculator
import Hummingbird

/// One cell of a table for other programs: what is a number stays one.
enum TableCell: Sendable {
  case text(String)
  case number(Exact?)
}

/// The rows of a list for other programs.
struct TableFile: Sendable {
  let columns: [String]
  let rows: [[TableCell]]
}

extension Visit {
  /// The answer of a list's `.csv`.
  func table(_ table: TableFile, name: String) -> Response {
    file(RegisterFiles.csv(table), name: name, contentType: "text/csv; charset=utf-8")
  }
}
