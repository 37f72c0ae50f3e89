import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Programme

/// Styles, scripts and pictures: read and compressed once at the start, served from memory. Only
/// what was there at the start can be asked for, so no path ever reaches the file system.
struct StaticAssets: Sendable {
  /// One file.
  struct Asset: Sendable {
    let contentType: String
    let etag: String
    let plain: ByteBuffer
    /// The compressed content, where that is worth it.
    let compressed: ByteBuffer?
  }

  /// The files by name.
  let assets: [String: Asset]
  /// Changes whenever any file does.
  let version: String

  /// Reads the files of the folders; a later folder wins.
  init(folders: [String]) {
    var assets: [String: Asset] = [:]
    for folder in folders {
      for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
        guard let type = StaticAssets.contentType(of: name),
          let bytes = FileManager.default.contents(atPath: "\(folder)/\(name)")
        else { continue }
        assets[name] = Asset(contentType: type, bytes: Array(bytes))
      }
    }
    self.assets = assets
    let tags = assets.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.etag)" }
    let digest = SHA256.hash(data: Data(tags.joined(separator: "\n").utf8))
    version = Hexadecimal.text(digest.prefix(6))
  }

  /// The answer to a request for one of the files; nil when there is no such file.
  func answer(_ name: String, to request: HTTPRequest, isCurrent: Bool) -> Response? {
    guard let asset = assets[name] else { return nil }
    var headers: HTTPFields = [
      .contentType: asset.contentType, .eTag: asset.etag, .vary: "Accept-Encoding",
      .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
    ]
    if request.headerFields[.ifNoneMatch] == asset.etag {
      return Response(status: .notModified, headers: headers)
    }
    if let compressed = asset.compressed, Compression.isAccepted(by: request) {
      headers[.contentEncoding] = "gzip"
      return Response(status: .ok, headers: headers, body: .init(byteBuffer: compressed))
    }
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: asset.plain))
  }

  private static func contentType(of name: String) -> String? {
    switch name.split(separator: ".").last {
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "ico": "image/x-icon"
    case "webmanifest": "application/manifest+json"
    default: nil
    }
  }
}

extension StaticAssets.Asset {
  fileprivate init(contentType: String, bytes: [UInt8]) {
    self.contentType = contentType
    etag = "\"\(Hexadecimal.text(SHA256.hash(data: bytes).prefix(12)))\""
    plain = ByteBuffer(bytes: bytes)
    let isText = !contentType.hasPrefix("image/") || contentType == "image/svg+xml"
    compressed = isText ? Gzip.compressed(bytes, level: 9).map { ByteBuffer(bytes: $0) } : nil
  }
}
