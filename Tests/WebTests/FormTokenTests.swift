import Crypto
import Testing

@testable import Web

@Suite("The token of a form")
struct FormTokenTests {
  private let key = SymmetricKey(data: Array(repeating: UInt8(1), count: 32))

  @Test("A token is accepted by its own session, looks different each time, and by no other")
  func sessions() {
    let token = FormToken(secret: [1, 2, 3], key: key)
    let field = token.field
    #expect(field != token.field)
    #expect(token.accepts(field))
    #expect(FormToken(secret: [1, 2, 3], key: key).accepts(field))
    #expect(!FormToken(secret: [1, 2, 4], key: key).accepts(field))
    #expect(!FormToken(secret: [1, 2, 3], key: SymmetricKey(size: .bits256)).accepts(field))
  }

  @Test(
    "Anything else is refused",
    arguments: [nil, "", "0", "zz", String(repeating: "0", count: 128), "é"])
  func refused(field: String?) {
    #expect(!FormToken(secret: [1], key: key).accepts(field))
  }

  @Test("A token with any digit changed is refused")
  func changed() {
    let token = FormToken(secret: [1], key: key)
    let digits = Array(token.field.utf8)
    for place in digits.indices {
      var changed = digits
      changed[place] = digits[place] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
      #expect(!token.accepts(String(decoding: changed, as: UTF8.self)))
    }
  }
}
