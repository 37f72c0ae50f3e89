import Foundation

/// Reads `multipart/form-data` (RFC 7578) that is wholly in memory: bounded, one file at most, and
/// nothing taken from it but names, values and the file.
struct Multipart {
  /// Why a body was refused.
  enum Failure: Error, Equatable {
    case boundary, malformed, tooManyParts, headerTooLong, severalFiles, textTooLong
  }

  static let partsLimit = 20
  static let headerLimitBytes = 4 * 1024
  static let valueLimitBytes = 64 * 1024

  private let body: [UInt8]
  private let delimiter: [UInt8]
  private var position = 0

  /// Reads the form; `contentType` is the header's value, with the boundary.
  static func read(_ body: [UInt8], contentType: String) throws(Failure) -> Submission {
    guard let boundary = boundary(of: contentType) else { throw .boundary }
    var reader = Multipart(body: body, delimiter: Array("--".utf8) + boundary)
    return try reader.form()
  }

  private init(body: [UInt8], delimiter: [UInt8]) {
    self.body = body
    self.delimiter = delimiter
  }

  private mutating func form() throws(Failure) -> Submission {
    guard body.starts(with: delimiter) else { throw .malformed }
    position = delimiter.count
    var form = Submission()
    var parts = 0
    while try !isAtEnd() {
      parts += 1
      guard parts <= Multipart.partsLimit else { throw .tooManyParts }
      try readPart(into: &form)
    }
    return form
  }

  /// After a delimiter: "--" ends the body, a line break begins a part, all else is broken.
  private mutating func isAtEnd() throws(Failure) -> Bool {
    let next = body[position...].prefix(2)
    if next.elementsEqual("--".utf8) { return true }
    guard next.elementsEqual("\r\n".utf8) else { throw .malformed }
    position += 2
    return false
  }

  private mutating func readPart(into form: inout Submission) throws(Failure) {
    let header = try readHeader()
    guard let end = find(Array("\r\n".utf8) + delimiter) else { throw .malformed }
    let content = body[position..<end]
    position = end + 2 + delimiter.count
    guard let name = header.parameter("name") else { throw .malformed }
    guard let fileName = header.parameter("filename") else {
      guard content.count <= Multipart.valueLimitBytes else { throw .textTooLong }
      guard let value = String(validating: content, as: UTF8.self) else { throw .malformed }
      form.fields.append(Submission.Field(name: name, value: value))
      return
    }
    guard form.upload == nil else { throw .severalFiles }
    form.upload = Upload(fileName: FileName.safe(fileName), bytes: Array(content))
  }

  /// The Content-Disposition of a part; its other headers say nothing that is needed.
  private mutating func readHeader() throws(Failure) -> HeaderValue {
    let window = body[position...].prefix(Multipart.headerLimitBytes)
    guard let end = window.firstRange(of: Array("\r\n\r\n".utf8)) else {
      throw window.count < Multipart.headerLimitBytes ? .malformed : .headerTooLong
    }
    position = end.upperBound
    guard let text = String(validating: window[..<end.lowerBound], as: UTF8.self) else {
      throw .malformed
    }
    let lines = text.unicodeScalars.split(whereSeparator: { $0 == "\r" || $0 == "\n" })
    for line in lines {
      let halves = line.split(separator: ":", maxSplits: 1)
      guard let name = halves.first, halves.count == 2 else { throw .malformed }
      if String(name).lowercased() == "content-disposition" {
        return HeaderValue(String(halves[1]))
      }
    }
    throw .malformed
  }

  /// Where a sequence next stands, at or after the position.
  private func find(_ needle: [UInt8]) -> Int? {
    guard let first = needle.first else { return nil }
    return body.withUnsafeBytes { bytes -> Int? in
      guard let start = bytes.baseAddress else { return nil }
      var from = position
      while bytes.count - from >= needle.count,
        let hit = memchr(start + from, Int32(first), bytes.count - from)
      {
        let place = UnsafeRawPointer(hit) - start
        guard bytes.count - place >= needle.count else { return nil }
        if memcmp(start + place, needle, needle.count) == 0 { return place }
        from = place + 1
      }
      return nil
    }
  }

  private static func boundary(of contentType: String) -> [UInt8]? {
    let header = HeaderValue(contentType)
    guard header.value == "multipart/form-data", let boundary = header.parameter("boundary")
    else { return nil }
    let isPlain = boundary.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    return (1...70).contains(boundary.utf8.count) && isPlain ? Array(boundary.utf8) : nil
  }
}
