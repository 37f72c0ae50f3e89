import CZip
import Foundation

/// Puts files together into one zip archive, in memory. Every file has the same fixed date, so the
/// same files always give the same bytes.
public enum ArchiveWriter {
  /// One file of an archive.
  public struct Entry: Sendable, Hashable {
    /// The path inside the archive, with "/" between folders.
    public var name: String
    /// What the file holds.
    public var bytes: [UInt8]

    /// A file with a name.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The archive could not be made: a name that stands twice or that no archive should hold, or no
  /// memory.
  public struct Failure: Error, Equatable {
    /// What the matter is, in words.
    public let words: String
  }

  /// The bytes of an archive with these files, in their order.
  public static func write(_ entries: [Entry]) throws(Failure) -> [UInt8] {
    for entry in entries where !isSafe(entry.name) {
      throw Failure(words: "the name \u{201C}\(entry.name)\u{201D} does not belong in an archive")
    }
    guard !entries.isEmpty else { return emptyArchive }
    let archive = try OpenArchive()
    for entry in entries { try archive.add(entry) }
    return try archive.finish()
  }

  /// A relative path of plain names: whoever unpacks it writes nothing outside their folder.
  static func isSafe(_ name: String) -> Bool {
    let parts = name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return name.utf8.count <= 255
      && parts.allSatisfy { part in !["", ".", ".."].contains { part.elementsEqual($0.utf8) } }
      && !name.unicodeScalars.contains { $0.value < 0x20 || $0 == "\\" || $0 == ":" }
  }

  /// The end record alone; libzip makes no file at all of an archive without entries.
  private static let emptyArchive: [UInt8] =
    Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 18)
}

/// A zip archive that libzip is building in a buffer of its own.
private final class OpenArchive {
  private let buffer: OpaquePointer
  private var archive: OpaquePointer?

  /// 1 January 1980, the first day of zip: 7 bits of years since then, 4 of months, 5 of days.
  private static let firstDay: UInt16 = 1 << 5 | 1
  /// The mode of a plain file that everybody may read, in the upper half.
  private static let plainFile: UInt32 = 0o100644 << 16

  init() throws(ArchiveWriter.Failure) {
    guard let buffer = zip_source_buffer_create(nil, 0, 0, nil) else { throw OpenArchive.noMemory }
    guard let archive = zip_open_from_source(buffer, ZIP_TRUNCATE, nil) else {
      zip_source_free(buffer)
      throw OpenArchive.noMemory
    }
    zip_source_keep(buffer)
    self.buffer = buffer
    self.archive = archive
  }

  deinit {
    if let archive { zip_discard(archive) }
    zip_source_free(buffer)
  }

  func add(_ entry: ArchiveWriter.Entry) throws(ArchiveWriter.Failure) {
    guard let archive else { throw OpenArchive.noMemory }
    let source = try OpenArchive.source(entry.bytes)
    let index = zip_file_add(archive, entry.name, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure(of: archive)
    }
    let place = UInt64(index)
    guard zip_file_set_dostime(archive, place, 0, OpenArchive.firstDay, 0) == 0,
      zip_file_set_external_attributes(
        archive, place, 0, UInt8(ZIP_OPSYS_UNIX), OpenArchive.plainFile) == 0,
      zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 9) == 0
    else { throw failure(of: archive) }
  }

  func finish() throws(ArchiveWriter.Failure) -> [UInt8] {
    guard let archive, zip_close(archive) == 0 else {
      throw archive.map(failure) ?? OpenArchive.noMemory
    }
    self.archive = nil
    var status = zip_stat_t()
    guard zip_source_stat(buffer, &status) == 0, zip_source_open(buffer) == 0 else {
      throw OpenArchive.noMemory
    }
    defer { zip_source_close(buffer) }
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.size)) { room, count in
      let read = room.baseAddress.map { zip_source_read(buffer, $0, status.size) } ?? 0
      count = Int(max(0, read))
    }
    guard bytes.count == status.size else { throw OpenArchive.noMemory }
    return bytes
  }

  /// A copy of the bytes that libzip frees; it reads them only when the archive is closed.
  private static func source(_ bytes: [UInt8]) throws(ArchiveWriter.Failure) -> OpaquePointer {
    // libzip does not free what holds nothing, so an empty file is made of nothing.
    let room = bytes.isEmpty ? nil : malloc(bytes.count)
    guard let copy = room else {
      guard bytes.isEmpty, let empty = zip_source_buffer_create(nil, 0, 0, nil) else {
        throw noMemory
      }
      return empty
    }
    bytes.withUnsafeBytes { from in
      if let base = from.baseAddress { copy.copyMemory(from: base, byteCount: from.count) }
    }
    guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
      free(copy)
      throw noMemory
    }
    return source
  }

  private func failure(of archive: OpaquePointer) -> ArchiveWriter.Failure {
    ArchiveWriter.Failure(words: String(cString: zip_error_strerror(zip_get_error(archive))))
  }

  private static let noMemory = ArchiveWriter.Failure(words: "there is no room for the archive")
}
