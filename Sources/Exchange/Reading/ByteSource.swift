import Foundation

/// Where the bytes of a file come from, a piece at a time.
final class ByteSource {
  private enum Origin {
    case memory([UInt8])
    case file(UnsafeMutablePointer<FILE>)
  }

  /// The size of the pieces.
  static let pieceBytes = 64 * 1_024

  private let origin: Origin
  private var position = 0

  /// A file that is already in memory.
  init(_ bytes: [UInt8]) { origin = .memory(bytes) }

  /// A file on disc; nil when it cannot be opened for reading.
  init?(path: String) {
    guard let file = fopen(path, "rb") else { return nil }
    origin = .file(file)
  }

  deinit {
    if case .file(let file) = origin { fclose(file) }
  }

  /// The next piece, empty at the end; nil when the disc would not give it.
  func next() -> [UInt8]? {
    switch origin {
    case .memory(let bytes):
      let piece = bytes.dropFirst(position).prefix(ByteSource.pieceBytes)
      position += piece.count
      return Array(piece)
    case .file(let file):
      var failed = false
      let piece = [UInt8](unsafeUninitializedCapacity: ByteSource.pieceBytes) { buffer, count in
        count = fread(buffer.baseAddress, 1, buffer.count, file)
        failed = count == 0 && ferror(file) != 0
      }
      return failed ? nil : piece
    }
  }
}
