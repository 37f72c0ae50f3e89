import CZip

/// A part of an archive while it is unpacked, never beyond what was counted.
final class ArchivePart {
  private let entry: Archive.Entry
  private let archive: Archive
  private let file: OpaquePointer?
  private var readBytes = 0

  /// Begins to unpack; a part that could not be opened is damaged.
  init(_ entry: Archive.Entry, of archive: Archive, _ file: OpaquePointer?) {
    self.entry = entry
    self.archive = archive
    self.file = file
  }

  deinit {
    if let file { _ = zip_fclose(file) }
  }

  /// The next piece, empty at the end; nil when the archive has failed and says why.
  func next() -> [UInt8]? {
    guard archive.failure == nil else { return nil }
    guard let file else { return damaged() }
    var count = 0
    let piece = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceBytes) { buffer, filled in
      guard let base = buffer.baseAddress else { return }
      count = Int(zip_fread(file, base, UInt64(buffer.count)))
      filled = max(0, count)
    }
    guard count > 0 || count == 0 && readBytes == entry.bytes else { return damaged() }
    readBytes += count
    return archive.countInflated(count, of: entry, soFar: readBytes) ? piece : nil
  }

  private func damaged() -> [UInt8]? {
    archive.fail(.damaged(entry.name))
    return nil
  }
}
