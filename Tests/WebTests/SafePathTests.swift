import Crypto
import HTTPTypes
import Testing

@testable import Web

@Suite("Where people are sent and where forms come from")
struct SafePathTests {
  @Test(
    "After sign-in one goes to a path of this site",
    arguments: ["/", "/benefits", "/benefits?council=S12000040&after=a%2Fb", "/a//b"])
  func ours(path: String) { #expect(SafePath.of(path) == path) }

  @Test(
    "Never to another site, whatever the path looks like",
    arguments: [
      nil, "", "benefits", "//evil.example", "/\\evil.example", "\\/evil.example",
      "https://evil.example", "javascript:alert(1)", "/a\r\nSet-Cookie: a", "/a\tb",
      "/\u{2215}evil",
      "/ /evil", "/" + String(repeating: "a", count: 2_000),
    ])
  func foreign(path: String?) { #expect(SafePath.of(path) == "/") }

  private func isTaken(
    _ headers: HTTPFields, host: String = "127.0.0.1", base: String = "http://127.0.0.1:8080"
  ) -> Bool {
    let configuration = WebConfiguration(
      host: host, port: 8080, baseURL: base, root: "", secret: SymmetricKey(size: .bits256))
    let request = HTTPRequest(
      method: .post, scheme: nil, authority: nil, path: "/", headerFields: headers)
    do { try SameSite.check(request, configuration) } catch { return false }
    return true
  }

  @Test("A change is taken from our own origin, and from no browser at all")
  func sameSite() {
    #expect(isTaken([:]))
    #expect(isTaken([.secFetchSite: "same-origin"]))
    #expect(isTaken([.secFetchSite: "none"]))
    #expect(isTaken([.origin: "http://127.0.0.1:8080"]))
    #expect(isTaken([.origin: "http://localhost:8080"]))
    #expect(
      isTaken(
        [.origin: "https://concordat.example"], host: "0.0.0.0",
        base: "https://concordat.example"))
  }

  @Test(
    "A change from anywhere else is refused",
    arguments: [
      "https://evil.example", "null", "http://127.0.0.1:9090", "https://127.0.0.1:8080", "",
      "http://localhost.evil.example:8080", "http://127.0.0.1:8080.evil.example",
    ])
  func otherSite(origin: String) {
    #expect(!isTaken([.origin: origin]))
    #expect(!isTaken([.origin: origin], host: "0.0.0.0", base: "https://concordat.example"))
    #expect(!isTaken([.secFetchSite: "cross-site", .origin: "http://127.0.0.1:8080"]))
    #expect(!isTaken([.secFetchSite: "same-site"]))
  }

  @Test("On a server that others reach, localhost is another site")
  func localhost() {
    #expect(!isTaken([.origin: "http://localhost:8080"], host: "0.0.0.0"))
  }
}
