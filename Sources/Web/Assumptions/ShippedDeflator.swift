import Foundation

/// The deflator that comes with Concordat, as text for the form.
struct ShippedDeflator: Sendable {
  /// Who published it.
  let name = "HM Treasury, GDP deflators: a user's guide, Annex A (an extract for illustration)"
  /// One year a line.
  let lines: String

  /// Reads `Seed/gdp-deflator.csv`; nil where it is not installed.
  init?(root: String) {
    guard let file = FileManager.default.contents(atPath: root + "/Seed/gdp-deflator.csv") else {
      return nil
    }
    let rows = String(decoding: file, as: UTF8.self).split(whereSeparator: \.isNewline).dropFirst()
    lines = rows.map { $0.replacing(",", with: " ") }.joined(separator: "\n")
  }
}
