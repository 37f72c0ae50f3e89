/// One step in the history of a schema.
public struct Migration: Sendable, Equatable {
  /// The place in the order, from 1 without a gap.
  public let number: Int
  /// What stands between the number and `.sql`.
  public let name: String
  /// The statements.
  public let text: String

  /// A migration by its file name, such as `0001_people.sql`; throws `.migration` for another form.
  public init(file: String, text: String) throws(PostgresError) {
    let digits = file.utf8.prefix { $0 != UInt8(ascii: "_") }
    let name = file.utf8.dropFirst(digits.count + 1).dropLast(4)
    guard (1...9).contains(digits.count), file.utf8.suffix(4).elementsEqual(".sql".utf8),
      let number = parseInteger(digits, as: Int.self), number > 0, !name.isEmpty
    else {
      throw PostgresError(.migration, "\(file) is not named like 0001_people.sql")
    }
    self.number = number
    self.name = String(decoding: name, as: UTF8.self)
    self.text = text
  }
}

/// A migration that the database has been through.
struct AppliedMigration: Sendable {
  var number: Int
  var name: String
  var checksum: String
}
