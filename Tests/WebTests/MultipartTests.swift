import Testing

@testable import Web

@Suite("Uploads")
struct MultipartTests {
  private func read(_ body: String, type: String = "multipart/form-data; boundary=X") throws
    -> Submission
  {
    try Multipart.read(Array(body.replacing("\n", with: "\r\n").utf8), contentType: type)
  }

  private func part(_ disposition: String, _ content: String) -> String {
    "--X\nContent-Disposition: form-data; \(disposition)\n\n\(content)\n"
  }

  @Test("A file and the fields beside it are read, byte for byte")
  func fileAndFields() throws {
    let bytes: [UInt8] = [0, 13, 10, 45, 45, 89, 255, 13, 10, 45, 88, 13, 0]
    let head =
      part("name=\"csrf\"", "abc") + "--X\n"
      + "Content-Type: text/xml\nCONTENT-disposition: form-data; name=file; filename=\"a b.xml\"\n\n"
    let body =
      Array(head.replacing("\n", with: "\r\n").utf8) + bytes + Array("\r\n--X--\r\n".utf8)
    let form = try Multipart.read(body, contentType: "Multipart/Form-Data; boundary=\"X\"")
    #expect(form.fields == [Submission.Field(name: "csrf", value: "abc")])
    #expect(form.upload?.fileName == "a b.xml")
    #expect(form.upload?.bytes == bytes)
  }

  @Test("An empty file is a file of no bytes")
  func emptyFile() throws {
    let form = try read(part("name=\"file\"; filename=\"\"", "") + "--X--\n")
    #expect(form.upload?.bytes == [])
    #expect(form.upload?.fileName == "file")
  }

  @Test(
    "A body that is cut off or malformed is refused, wherever it is cut",
    arguments: [
      "", "--", "--X", "--X\n", "--Y\n\n", "--X--", "--X\nContent-Disposition: form-data",
      "--X\nContent-Disposition: form-data; name=\"a\"\n\nvalue",
      "--X\nContent-Disposition: form-data; name=\"a\"\n\nvalue\n--X",
      "--X\n\nvalue\n--X--", "--X\nContent-Type: text/plain\n\nvalue\n--X--",
      "--X\nContent-Disposition: form-data\n\nvalue\n--X--", "--X\nno colon\n\nvalue\n--X--",
      "preamble\n--X--",
    ])
  func malformed(body: String) {
    guard body != "--X--" else { return }
    #expect(throws: Multipart.Failure.self) { try read(body) }
  }

  @Test("Two files, too many parts, a long header and a long text are refused by name")
  func limits() {
    let file = part("name=\"file\"; filename=\"a\"", "1")
    #expect(throws: Multipart.Failure.severalFiles) { try read(file + file + "--X--") }
    let many = String(repeating: part("name=\"a\"", "1"), count: Multipart.partsLimit + 1)
    #expect(throws: Multipart.Failure.tooManyParts) { try read(many + "--X--") }
    let name = String(repeating: "a", count: Multipart.headerLimitBytes)
    #expect(throws: Multipart.Failure.headerTooLong) {
      try read(part("name=\"\(name)\"", "1") + "--X--")
    }
    let text = String(repeating: "a", count: Multipart.valueLimitBytes + 1)
    #expect(throws: Multipart.Failure.textTooLong) {
      try read(part("name=\"a\"", text) + "--X--")
    }
  }

  @Test(
    "A boundary that is missing, empty, too long or no plain text is refused",
    arguments: [
      "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\"",
      "multipart/mixed; boundary=X", "text/plain; boundary=X", "", ";;;=;",
      "multipart/form-data; boundary=" + String(repeating: "X", count: 71),
      "multipart/form-data; boundary=\u{301}",
    ])
  func boundary(type: String) {
    #expect(throws: Multipart.Failure.boundary) { try read("--X--", type: type) }
  }

  @Test(
    "A name of a file keeps nothing that leads elsewhere or misleads",
    arguments: [
      ("a.xml", "a.xml"), ("C:\\Users\\me\\West Lothian.xml", "West Lothian.xml"),
      ("../../etc/passwd", "passwd"), ("..", "file"), (".htaccess", "htaccess"), ("", "file"),
      ("a\u{202E}lmx.exe", "a_lmx.exe"), ("a\r\nSet-Cookie: b", "a__Set-Cookie_ b"),
      ("<script>.xml", "_script_.xml"), ("Ré\u{301}sumé.xml", "Ré\u{301}sumé.xml"),
      ("a\0b", "a_b"), ("/", "file"),
    ])
  func fileNames(name: String, expected: String) {
    #expect(FileName.safe(name).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test("A download's header is printable ASCII whatever the file is called")
  func attachment() {
    for name in ["a\"b.xml", "Inbhir Chluaidh é.xml", "a\r\nb", String(repeating: "é", count: 500)]
    {
      let header = FileName.attachment(name)
      #expect(header.utf8.allSatisfy { (0x20...0x7E).contains($0) })
      #expect(header.utf8.count(where: { $0 == UInt8(ascii: "\"") }) == 2)
    }
  }

  @Test("Any prefix and any single broken byte of an upload is read or refused, never a crash")
  func mutations() throws {
    let whole = Array(
      (part("name=\"csrf\"", "abc") + part("name=\"file\"; filename=\"a\"", "x") + "--X--\n")
        .replacing("\n", with: "\r\n").utf8)
    let type = "multipart/form-data; boundary=X"
    for length in whole.indices {
      _ = try? Multipart.read(Array(whole[..<length]), contentType: type)
      for byte: UInt8 in [0, 10, 13, 34, 45, 58, 92, 255] {
        var broken = whole
        broken[length] = byte
        _ = try? Multipart.read(broken, contentType: type)
      }
    }
    #expect(try Multipart.read(whole, contentType: type).upload?.bytes == Array("x".utf8))
  }
}
