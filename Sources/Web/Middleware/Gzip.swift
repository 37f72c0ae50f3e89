import CZlib

/// Compresses bytes in the gzip format (RFC 1952).
enum Gzip {
  /// The compressed bytes; nil when they would not be fewer, or there is no memory.
  static func compressed(_ bytes: [UInt8], level: Int32) -> [UInt8]? {
    guard !bytes.isEmpty, let length = uInt(exactly: bytes.count) else { return nil }
    var stream = z_stream()
    let gzipWindowBits: Int32 = 15 + 16
    let isReady = deflateInit2_(
      &stream, level, Z_DEFLATED, gzipWindowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard isReady == Z_OK else { return nil }
    defer { deflateEnd(&stream) }
    var source = bytes
    var result = [UInt8](repeating: 0, count: bytes.count)
    let status = source.withUnsafeMutableBufferPointer { input in
      result.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = length
        stream.next_out = output.baseAddress
        stream.avail_out = length
        return deflate(&stream, Z_FINISH)
      }
    }
    guard status == Z_STREAM_END else { return nil }
    result.removeLast(Int(stream.avail_out))
    return result
  }
}
