import Testing

@testable import Exchange

/// An archive whose directory was changed by hand, as nobody's program would write it.
struct PatchedArchive {
  /// A field of an entry in the central directory, by its offset and size (APPNOTE 4.3.12).
  enum Field: Int {
    case flags = 8
    case method = 10
    case checksum = 16
    case packedBytes = 20
    case bytes = 24
    case attributes = 38
    case offset = 42

    var size: Int {
      switch self {
      case .flags, .method: 2
      default: 4
      }
    }
  }

  var bytes: [UInt8]

  init(_ parts: [(name: String, bytes: [UInt8])]) throws {
    bytes = try ArchiveWriter.write(
      parts.map { ArchiveWriter.Entry(name: $0.name, bytes: $0.bytes) })
  }

  init(_ book: OpenXMLBook) throws { bytes = try book.bytes }

  func read(_ limits: FileLimits = FileLimits()) -> ImportedFile {
    RegisterFile.read(bytes, limits: limits)
  }

  /// Where the entry of a name stands in the directory.
  private func entry(_ name: String) throws -> Int {
    let starts = bytes.indices.dropLast(46).filter {
      bytes[$0...].starts(with: Array("PK\u{1}\u{2}".utf8))
        && bytes[($0 + 46)...].starts(with: name.utf8)
    }
    return try #require(starts.first)
  }

  mutating func set(_ field: Field, of name: String, to value: UInt32) throws {
    write(value, field.size, at: try entry(name) + field.rawValue)
  }

  func get(_ field: Field, of name: String) throws -> UInt32 {
    let start = try entry(name) + field.rawValue
    return (0..<field.size).reduce(0) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
  }

  /// Gives an entry another name of the same length.
  mutating func rename(_ name: String, to other: String) throws {
    try #require(name.utf8.count == other.utf8.count)
    let start = try entry(name) + 46
    bytes.replaceSubrange(start..<(start + other.utf8.count), with: other.utf8)
  }

  /// How many entries the end record states.
  mutating func state(entries: UInt32) {
    write(entries, 2, at: bytes.count - 22 + 8)
    write(entries, 2, at: bytes.count - 22 + 10)
  }

  private mutating func write(_ value: UInt32, _ size: Int, at start: Int) {
    for index in 0..<size { bytes[start + index] = UInt8(value >> (8 * UInt32(index)) & 0xFF) }
  }
}
