import CZip
import Foundation

/// Where the bytes of a file come from, a piece at a time.
final class ByteSource {
  private enum Origin {
    case memory([UInt8])
    case file(UnsafeMutablePointer<FILE>, path: String)
    case part(ArchivePart)
  }

  /// The size of the pieces.
  static let pieceBytes = 64 * 1_024

  private let origin: Origin
  private var position = 0

  /// A file that is already in memory.
  init(_ bytes: [UInt8]) { origin = .memory(bytes) }

  /// A part of an archive, unpacked as it is read.
  init(_ part: ArchivePart) { origin = .part(part) }

  /// A file on disc; nil when it cannot be opened for reading.
  init?(path: String) {
    guard let file = fopen(path, "rb") else { return nil }
    origin = .file(file, path: path)
  }

  deinit {
    if case .file(let file, _) = origin { fclose(file) }
  }

  /// The next piece, empty at the end; nil when the disc would not give it.
  func next() -> [UInt8]? {
    switch origin {
    case .memory(let bytes):
      let piece = bytes.dropFirst(position).prefix(ByteSource.pieceBytes)
      position += piece.count
      return Array(piece)
    case .file(let file, _): return ByteSource.read(file, ByteSource.pieceBytes)
    case .part(let part): return part.next()
    }
  }

  private static func read(_ file: UnsafeMutablePointer<FILE>, _ most: Int) -> [UInt8]? {
    let piece = [UInt8](unsafeUninitializedCapacity: most) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return piece.isEmpty && ferror(file) != 0 ? nil : piece
  }

  // MARK: archives, which are read from their end

  /// How many bytes there are; nil where that cannot be known, as of a pipe.
  var size: Int? {
    switch origin {
    case .memory(let bytes): bytes.count
    case .file(let file, _): ByteSource.size(of: file)
    case .part: nil
    }
  }

  /// The last bytes, at most so many. A file on disc is at its end afterwards.
  func tail(_ most: Int) -> [UInt8]? {
    switch origin {
    case .memory(let bytes): return Array(bytes.suffix(most))
    case .file(let file, _):
      guard let size, fseek(file, max(0, size - most), SEEK_SET) == 0 else { return nil }
      return ByteSource.read(file, min(size, most))
    case .part: return nil
    }
  }

  /// The same bytes for libzip, which owns what it is given: memory is copied for it.
  func archiveSource() -> OpaquePointer? {
    switch origin {
    case .memory(let bytes):
      guard let copy = malloc(max(1, bytes.count)) else { return nil }
      bytes.withUnsafeBytes { if let base = $0.baseAddress { memcpy(copy, base, $0.count) } }
      guard let source = zip_source_buffer_create(copy, UInt64(bytes.count), 1, nil) else {
        free(copy)
        return nil
      }
      return source
    case .file(_, let path): return zip_source_file_create(path, 0, -1, nil)
    case .part: return nil
    }
  }

  private static func size(of file: UnsafeMutablePointer<FILE>) -> Int? {
    let position = ftell(file)
    guard position >= 0, fseek(file, 0, SEEK_END) == 0 else { return nil }
    let size = ftell(file)
    return fseek(file, position, SEEK_SET) == 0 && size >= 0 ? size : nil
  }
}
