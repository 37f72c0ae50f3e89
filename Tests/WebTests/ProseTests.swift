import TestSupport
import Testing

@testable import Web

@Suite("A text as people type it")
struct ProseTests {
  private func words(_ text: String) -> String {
    ProseText(text).blocks.map { block in
      switch block {
      case .paragraph(let lines): "p(\(lines.map(told).joined(separator: "/")))"
      case .list(let lines, let isNumbered):
        (isNumbered ? "ol" : "ul") + "(\(lines.map(told).joined(separator: "/")))"
      }
    }.joined(separator: " ")
  }

  private func told(_ line: ProseText.Line) -> String {
    line.map { piece in
      switch piece {
      case .words(let text): text
      case .emphasis(let text): "em(\(text))"
      case .strong(let text): "strong(\(text))"
      case .link(let text, let href): text == href ? "a(\(href))" : "a(\(text) \(href))"
      }
    }.joined()
  }

  @Test(
    "ISS-17: becomes paragraphs, lists, emphasis, links and issue numbers",
    arguments: [
      ("", ""), ("One\ntwo\r\n\r\nthree", "p(One/two) p(three)"),
      ("Before:\n- a\n* b\n\nafter", "p(Before:) ul(a/b) p(after)"),
      ("1. a\n2. b\n- c", "ol(a/b) ul(c)"), ("2010. was late", "p(2010. was late)"),
      ("a *b* **c** d", "p(a em(b) strong(c) d)"), ("2 * 3 * 4", "p(2 * 3 * 4)"),
      ("**a* b", "p(*em(a) b)"), ("see #12, #7.", "p(see a(#12 /issues/12), a(#7 /issues/7).)"),
      ("C#12 ##12 #12a #1234567890 #", "p(C#12 ##12 #12a #1234567890 #)"),
      ("(https://example.org/a?b=1).", "p((a(https://example.org/a?b=1)).)"),
      ("[the page](https://example.org)", "p(a(the page https://example.org))"),
      ("HTTP://EXAMPLE.ORG", "p(a(HTTP://EXAMPLE.ORG))"),
    ])
  func shapes(text: String, expected: String) {
    #expect(words(text) == expected)
  }

  @Test(
    "ISS-17: nothing leads anywhere but to http, https and issues",
    arguments: [
      "[x](javascript:alert(1))", "javascript:alert(1)", "[x](data:text/html,x)", "[x](//evil)",
      "[x](https://)", "https://\"onload=x", "[x](https://a\u{202E}b)", "[x](/sign-out)",
      "[x](https:\\\\evil)", "https://é.example",
      "xhttps://example.org",
      "[x](HTTPS:evil)",
    ])
  func schemes(text: String) {
    let links = ProseText(text).blocks.flatMap { block -> [ProseText.Piece] in
      if case .paragraph(let lines) = block { return lines.flatMap { $0 } }
      return []
    }.filter { if case .link = $0 { true } else { false } }
    #expect(links.isEmpty, "\(links)")
  }

  @Test("ISS-17: no text becomes markup, and each takes no longer than its length")
  func hostile() throws {
    let views = try Views(folder: TestSite.root + "/Views")
    let texts = [
      "<script>alert(1)</script>", "*<b>*", "**\"\u{301}><script>**",
      "[<img>](https://a.example/<x>)",
      "- <li>", "1. </ol>", "#12<", "\u{600}<b>", "`\u{301}", "\u{0}", "&lt;", "{{{title}}}",
      String(repeating: "*", count: 8_000), String(repeating: "[", count: 8_000),
      String(repeating: "*a ", count: 3_000), String(repeating: "[a](", count: 2_000),
      String(repeating: "http://", count: 1_000), String(repeating: "- a\n\n", count: 3_000),
      String(repeating: "](", count: 4_000), String(repeating: "[x](http://a ", count: 700),
    ]
    for text in texts {
      let html = views.render("shared/prose", from: Prose(text), frame: NoFrame())
      let skeleton = ViewSkeleton(html)
      #expect(skeleton.faults == [], "\(text.prefix(40))")
      let known: Set = [
        "p class", "/p", "br", "ul class", "/ul", "ol class", "/ol", "li", "/li", "em", "/em",
        "strong", "/strong", "a class href", "a class href rel", "/a",
      ]
      #expect(Set(skeleton.tags).subtracting(known) == [], "\(text.prefix(40))")
    }
  }
}
