/// SQL text together with its bound values.
///
/// An interpolated value becomes a bind (`$1`, `$2`, …) and never part of the text. Another `SQL`
/// is spliced in, its binds renumbered. Only text that stands in the program becomes SQL:
///
/// ```swift
/// let mine: SQL = "owner = \(person)"
/// try connection.query("SELECT id, title FROM benefit WHERE \(mine) ORDER BY title, id")
/// ```
///
/// Whole numbers, dates, UUIDs and arrays are sent with their PostgreSQL type; a `String` and a
/// `JSONText` are sent untyped, so that they also fit an enum or a domain. Where the statement
/// gives PostgreSQL nothing to infer a type from, write a cast: `\(text)::text`.
public struct SQL: Sendable, ExpressibleByStringInterpolation {
  /// The text around the binds: always one more than there are binds.
  private var parts: [String]
  private(set) var binds: Binds

  /// SQL text without binds, as it stands in the program.
  public init(stringLiteral value: StaticString) {
    parts = ["\(value)"]
    binds = Binds()
  }

  /// SQL with what was interpolated into it.
  public init(stringInterpolation: StringInterpolation) {
    self = stringInterpolation.sql
  }

  fileprivate init(trusted text: String) {
    parts = [text]
    binds = Binds()
  }

  /// An identifier in double quotes, safe whatever it contains, except a NUL, which is refused when
  /// the statement is sent.
  public static func identifier(_ name: String) -> SQL {
    var quoted = "\""
    for scalar in name.unicodeScalars {
      quoted.unicodeScalars.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar])
    }
    return SQL(trusted: quoted + "\"")
  }

  /// The text as PostgreSQL sees it, with `$1`, `$2`, … in the place of the values.
  public var text: String {
    guard parts.count > 1 else { return parts.first ?? "" }
    var text = ""
    text.reserveCapacity(parts.reduce(4 * parts.count) { $0 + $1.utf8.count })
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "$\(index)" }
      text += part
    }
    return text
  }

  /// The text with each bind replaced by what `literal` makes of it; for commands without binds.
  func text(
    replacingBindsBy literal: (Binds.Slot) throws(PostgresError) -> String
  ) throws(PostgresError) -> String {
    var text = parts.first ?? ""
    for (slot, part) in zip(binds.slots, parts.dropFirst()) {
      text += try literal(slot)
      text += part
    }
    return text
  }

  /// Both in sequence, the binds of the second renumbered.
  public static func + (left: SQL, right: SQL) -> SQL {
    var sum = left
    sum += right
    return sum
  }

  /// Appends another fragment, its binds renumbered.
  public static func += (left: inout SQL, right: SQL) {
    left.appendText(right.parts.first ?? "")
    left.parts.append(contentsOf: right.parts.dropFirst())
    left.binds.append(right.binds)
  }

  fileprivate mutating func appendText(_ text: String) {
    parts[parts.count - 1] += text
  }

  fileprivate mutating func bind(_ value: some PostgresEncodable) {
    binds.append(value)
    parts.append("")
  }
}

extension SQL {
  /// Collects the text and the binds of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var sql: SQL

    /// Begins an empty fragment.
    public init(literalCapacity: Int, interpolationCount: Int) {
      sql = SQL(trusted: "")
      sql.parts.reserveCapacity(interpolationCount + 1)
    }

    /// Text of the program itself.
    public mutating func appendLiteral(_ literal: StaticString) { sql.appendText("\(literal)") }

    /// A value: becomes a bind.
    public mutating func appendInterpolation(_ value: some PostgresEncodable) { sql.bind(value) }

    /// Another fragment, spliced in.
    public mutating func appendInterpolation(_ fragment: SQL) { sql += fragment }

    /// Text that stands in the program, such as the name of a column.
    public mutating func appendInterpolation(raw text: StaticString) { sql.appendText("\(text)") }
  }
}

extension [SQL] {
  /// The fragments in sequence with `separator` between them; empty when there are none.
  public func joined(separator: SQL) -> SQL {
    guard let first else { return "" }
    return dropFirst().reduce(into: first) { joined, fragment in
      joined += separator
      joined += fragment
    }
  }
}
