import Foundation
import HTTPTypes

@testable import Exchange
@testable import Web

extension Answer {
  /// Everything that can be read in the answer: its headers, and its body unpacked where it is an
  /// archive.
  var readable: String { "\(headers)" + (parts.isEmpty ? text : parts.values.joined()) }

  /// The parts of an archive by their names; none where the body is no archive.
  var parts: [String: String] {
    guard body.starts(with: Array("PK".utf8)),
      let archive = try? Archive(ByteSource(body), FileLimits())
    else { return [:] }
    var parts: [String: String] = [:]
    for name in archive.names {
      var bytes: [UInt8] = []
      let source = archive.part(name)
      while let piece = source?.next(), !piece.isEmpty { bytes += piece }
      parts[name] = String(decoding: bytes, as: UTF8.self)
    }
    return parts
  }
}
