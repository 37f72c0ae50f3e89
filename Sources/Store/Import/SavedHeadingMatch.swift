import Foundation
import Postgres
import Programme

/// A match of a heading as the store keeps it for the next file.
public struct SavedHeadingMatch: Sendable, Hashable {
  /// The identity.
  public let id: ID<HeadingMatch>
  /// What the heading means.
  public let match: HeadingMatch
  /// Counts its changes, from 1.
  public let version: Int
  /// Who said so last.
  public let changedBy: String
  /// When.
  public let changedAt: Date
}

extension SavedHeadingMatch {
  init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    let (sheet, heading) = (try row.next(String.self), try row.next(String.self))
    let (fate, field) = (try row.next(String.self), try row.next(String?.self))
    match = HeadingMatch(
      sheet: sheet, heading: heading, meaning: HeadingMatch.Meaning(fate: fate, field: field))
    version = try row.next()
    changedBy = try row.next()
    changedAt = try row.next(Instant.self).date
  }
}

extension HeadingMatch.Meaning {
  /// From the words of the database, whose constraints allow no others.
  init(fate: String, field: String?) {
    switch (fate, field) {
    case ("field", let name?): self = .field(name)
    case ("leave out", _): self = .leaveOut
    default: self = .keep
    }
  }

  /// The word of the database.
  var fate: String {
    switch self {
    case .field: "field"
    case .keep: "keep"
    case .leaveOut: "leave out"
    }
  }

  /// The raw name of the field; nil when it is none.
  var field: String? {
    if case .field(let name) = self { name } else { nil }
  }
}

extension HeadingMatches {
  /// From the column of an import.
  init(json: String) throws {
    let rows = try JSONDecoder().decode([[String: String]].self, from: Data(json.utf8))
    self.init(
      rows.map { row in
        HeadingMatch(
          sheet: row["sheet"] ?? "", heading: row["heading"] ?? "",
          meaning: HeadingMatch.Meaning(fate: row["fate"] ?? "", field: row["field"]))
      })
  }

  /// The column of an import.
  var json: JSONText {
    var rows = ColumnRows()
    for match in all { rows.append(match.columns) }
    return rows.json
  }
}

extension HeadingMatch {
  fileprivate var columns: [(name: String, value: ColumnValue)] {
    let columns: [(String, ColumnValue)] = [
      ("sheet", .text(sheet)), ("heading", .text(heading)), ("fate", .text(meaning.fate)),
    ]
    return meaning.field.map { columns + [("field", .text($0))] } ?? columns
  }
}
