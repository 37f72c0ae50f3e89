import Testing

@testable import Web

@Suite("Url-encoded forms")
struct URLEncodedTests {
  @Test(
    "Fields are read in their order, decoded, and kept when they stand twice",
    arguments: [
      ("", []), ("a=1", ["a=1"]), ("a=1&b=2&a=3", ["a=1", "b=2", "a=3"]), ("a", ["a="]),
      ("a=", ["a="]), ("=b", ["=b"]), ("a=b=c", ["a=b=c"]), ("a+b=c+d", ["a b=c d"]),
      ("a=%2B%26%3D", ["a=+&="]), ("a=%C2%A3", ["a=£"]), ("&&a=1&&", ["a=1"]),
      ("a=%00", ["a=\0"]),
    ])
  func fields(text: String, expected: [String]) throws {
    let fields = try #require(URLEncoded.fields(text.utf8, limit: 10))
    #expect(fields.map { "\($0.name)=\($0.value)" } == expected)
  }

  @Test(
    "Broken escapes, text that is not UTF-8 and too many fields are refused",
    arguments: ["a=%", "a=%2", "a=%zz", "%=1", "a=%ff", "a=%ed%a0%80", "1&2&3&4&5&6&7&8&9&10&11"])
  func refused(text: String) {
    #expect(URLEncoded.fields(text.utf8, limit: 10) == nil)
  }

  @Test(
    "What is escaped reads back as it was",
    arguments: ["", "a b", "£1,000 & more", "100%", "+=&?#/", "\0\r\n\"<>", "e\u{301}\u{1F3F4}"])
  func escaping(text: String) throws {
    let escaped = URLEncoded.escaped(text)
    #expect(escaped.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "&") })
    let fields = try #require(URLEncoded.fields("a=\(escaped)".utf8, limit: 1))
    #expect(fields == [Submission.Field(name: "a", value: text)])
  }
}
