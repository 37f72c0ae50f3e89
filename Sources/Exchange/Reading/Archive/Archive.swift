import CZip
import Foundation

/// A zip archive whose parts were counted before any was unpacked: how many, how large, how dense,
/// and under which names. Nothing of it is ever written to disc.
final class Archive {
  /// A file in the archive, as its directory tells.
  struct Entry {
    let name: String
    let index: UInt64
    /// Unpacked and packed, as stated.
    let bytes: Int
    let packedBytes: Int
  }

  private let limits: FileLimits
  private let archive: OpaquePointer
  private var entries: [String: Entry] = [:]
  /// What was really unpacked, of all parts and as often as they were read.
  private(set) var inflatedBytes = 0
  /// The first thing that went wrong while a part was read.
  private(set) var failure: ArchiveFailure?

  init(_ source: ByteSource, _ limits: FileLimits) throws(ArchiveFailure) {
    self.limits = limits
    guard let size = source.size else { throw .damaged("") }
    guard size <= limits.fileBytes else { throw .tooLarge }
    try ArchiveEnd.check(source.tail(ArchiveEnd.tailBytes) ?? [], limits)
    guard let origin = source.archiveSource() else { throw .damaged("") }
    guard let archive = zip_open_from_source(origin, ZIP_RDONLY, nil) else {
      zip_source_free(origin)
      throw .damaged("no directory")
    }
    self.archive = archive
    try count(fileBytes: size)
  }

  deinit { zip_discard(archive) }

  /// The names of all parts, as they stand in the archive.
  var names: [String] { entries.values.map(\.name) }

  /// Whether the archive has a part; names differ in more than case.
  func has(_ name: String) -> Bool { entries[Archive.key(name)] != nil }

  /// The unpacked bytes of a part, a piece at a time; nil when there is none of that name.
  func part(_ name: String) -> ByteSource? {
    guard let entry = entries[Archive.key(name)] else { return nil }
    return ByteSource(ArchivePart(entry, of: self, zip_fopen_index(archive, entry.index, 0)))
  }

  /// Counts what was really unpacked, of one part and of all together.
  func countInflated(_ bytes: Int, of entry: Entry, soFar: Int) -> Bool {
    inflatedBytes += bytes
    if soFar > entry.bytes {
      fail(.largerThanSaid(entry.name))
    } else if inflatedBytes > limits.inflatedBytes {
      fail(.tooLarge)
    }
    return failure == nil
  }

  func fail(_ reason: ArchiveFailure) {
    if failure == nil { failure = reason }
  }

  private static func key(_ name: String) -> String { name.lowercased() }

  // MARK: counting

  private func count(fileBytes: Int) throws(ArchiveFailure) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= limits.archiveEntries else { throw .tooManyEntries }
    var total = 0
    var packed = 0
    for index in 0..<UInt64(max(0, count)) {
      let entry = try entry(index)
      total += entry.bytes
      packed += entry.packedBytes
      if entry.name.utf8.last != UInt8(ascii: "/") { try keep(entry) }
    }
    guard total <= limits.inflatedBytes else { throw .tooLarge }
    guard packed <= fileBytes else { throw .overlapping }
  }

  private func keep(_ entry: Entry) throws(ArchiveFailure) {
    guard entries.updateValue(entry, forKey: Archive.key(entry.name)) == nil else {
      throw .twice(entry.name)
    }
  }

  /// Sizes are clamped to what cannot overflow a sum of all entries, far above every limit.
  private func entry(_ index: UInt64) throws(ArchiveFailure) -> Entry {
    var stat = zip_stat_t()
    // Raw, since a guess at the encoding would make other characters of those that are refused.
    guard zip_stat_index(archive, index, UInt32(ZIP_FL_ENC_RAW), &stat) == 0,
      let name = stat.name
    else {
      throw .damaged("part \(index + 1)")
    }
    let entry = Entry(
      name: String(cString: name), index: index, bytes: Int(min(stat.size, 1 << 40)),
      packedBytes: Int(min(stat.comp_size, 1 << 40)))
    try check(entry, stat)
    return entry
  }

  private func check(_ entry: Entry, _ stat: zip_stat_t) throws(ArchiveFailure) {
    let name = entry.name
    let path = name.utf8.last == UInt8(ascii: "/") ? String(name.dropLast()) : name
    guard ArchiveWriter.isSafe(path) else { throw .unsafeName(name) }
    guard stat.encryption_method == ZIP_EM_NONE else { throw .encrypted(name) }
    guard [0, 8].contains(stat.comp_method) else { throw .method(name) }
    guard isPlain(entry.index) else { throw .notAFile(name) }
    guard entry.bytes <= limits.inflatedBytes else { throw .tooLarge }
    let mostBytes = max(
      limits.inflationFreeBytes, min(entry.packedBytes, limits.fileBytes) * limits.inflationRatio)
    guard entry.bytes <= mostBytes else { throw .tooDense(name) }
  }

  /// The upper half of the attributes is the mode of a Unix file: links and devices are refused.
  private func isPlain(_ index: UInt64) -> Bool {
    var system: UInt8 = 0
    var attributes: UInt32 = 0
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0
      && [0, 0o040000, 0o100000].contains(attributes >> 16 & 0o170000)
  }
}
