import Programme
import Store

/// The parties of a programme by the names and codes that people type.
struct PartyNames: Sendable {
  private let parties: [String: ID<Organisation>]

  init(_ rows: [PartyRow]) {
    let pairs = rows.flatMap { row in
      [row.name, row.code?.description].compactMap(\.self).map { ($0.lowercased(), row.id) }
    }
    parties = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  subscript(_ name: String) -> ID<Organisation>? { parties[TrimmedText.of(name).lowercased()] }

  /// That a name in a field is no party's.
  static func unknown(_ field: some RecordField, _ name: String) -> Problem {
    Problem(
      .error, at: .field(field.rawValue), subject: field.label, found: name,
      expected: "a party to the programme", mend: "Choose a party that takes part.")
  }
}
