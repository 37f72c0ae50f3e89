import Foundation
import Programme
import Testing

@testable import Web

/// Every page there is.
private let pages: [any Page.Type] = [
  SignInPage.self, NeedsPage.self, CouncilListPage.self, CouncilDetailPage.self,
  BenefitListPage.self, BenefitDetailPage.self, BenefitFormPage.self, BenefitConflictPage.self,
  BenefitWithdrawPage.self, PivotPage.self, ImportListPage.self, ImportUploadPage.self,
  ImportCheckPage.self, ImportDonePage.self, JournalPage.self, HelpPage.self,
  AccessibilityPage.self, RefusalPage.self,
]

/// Answers like the part it wraps, but with another text in the place of every text.
private struct Retold: Part {
  let part: any Part
  let text: String

  func child(named name: String) -> Any? { part.child(named: name).map(retell) }

  private func retell(_ value: Any) -> Any {
    switch value {
    case is String: text
    case let part as any Part: Retold(part: part, text: text)
    case let list as [Any]: list.map(retell)
    default: value
    }
  }
}

@Suite("Every page")
struct PageTests {
  let views: Views
  let shell: Shell

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    views = try Views(folder: root.appending(path: "Views").path)
    var shell = Shell()
    let id = "0e984725-c51c-4bf4-9960-e1c80e27aba0"
    shell.viewer = Viewer(
      person: nil, name: "Morag Reid", role: .council, organisation: try #require(ID(text: id)),
      organisationName: "West Lothian Council", organisationCode: CouncilCode(text: "S12000040"),
      programme: try #require(ID(text: id)))
    shell.programme = "National programme"
    shell.csrf = "token"
    shell.notice = Notice("Saved", text: "It is kept.", link: Link("See it", "/"))
    self.shell = shell
  }

  @Test("names in its templates only what it has, and its samples fill every part of them")
  func names() throws {
    for type in pages { try checkNames(type) }
  }

  private func checkNames<P: Page>(_ type: P.Type) throws {
    var isFilled: [String: Bool] = [:]
    for page in [P.sample] + P.states.values {
      var names = ViewNames(sources: views.sources, frame: Frame(page, in: shell))
      try names.check(template: P.template, on: page)
      #expect(names.faults == [], "\(P.self)")
      isFilled.merge(names.sections) { $0 || $1 }
    }
    let empty = isFilled.filter { !$0.value && !$0.key.contains("shared/") }.keys
    #expect(empty.isEmpty, "\(P.self) has no sample for \(empty.sorted())")
  }

  @Test("is well-formed, quotes every attribute, and points only to ids that it has, each once")
  func wellFormed() throws {
    for type in pages { checkForm(type) }
  }

  private func checkForm<P: Page>(_ type: P.Type) {
    for (state, page) in [("sample", P.sample)] + P.states.map({ ($0.key, $0.value) }) {
      let skeleton = ViewSkeleton(views.render(page, in: shell))
      #expect(skeleton.faults == [], "\(P.self), \(state)")
      let ids = skeleton.attributes["id"] ?? []
      #expect(ids.count == Set(ids).count, "\(P.self), \(state): \(ids.sorted())")
      let names = ["for", "aria-describedby", "aria-labelledby", "aria-controls"]
      let values: [String] = names.flatMap { skeleton.attributes[$0, default: []] }
      let pointers = values.flatMap { $0.split(separator: " ").map(String.init) }
      #expect(Set(pointers).subtracting(ids).isEmpty, "\(P.self), \(state)")
      #expect(skeleton.attributes["style"] == nil)
      #expect(skeleton.tags.filter { $0.hasPrefix("script") } == ["script type src"])
    }
  }

  @Test(
    "keeps its structure whatever its texts say",
    arguments: [
      "\"\u{301}><script>alert(1)</script>", "\u{600}<script>alert(1)</script>",
      "'\u{301} onmouseover='x", "&\u{301}lt;", "</textarea></title><script>", "<!--", "]]>",
      "{{title}}{{{title}}}", "`\u{301}", "\u{0}\u{1}<", "<\u{301}script>", "\u{202E}<b>",
      "\r\n\"\r\n<", "x\" style=\"x",
    ])
  func hostile(_ text: String) throws {
    for type in pages { checkHostile(type, text) }
  }

  private func checkHostile<P: Page>(_ type: P.Type, _ text: String) {
    for page in [P.sample] + P.states.values {
      let framed = Framed(page, in: shell)
      let plain = views.render(Retold(part: framed, text: "x"), template: P.template)
      let told = views.render(Retold(part: framed, text: text), template: P.template)
      #expect(ViewSkeleton(told).tags == ViewSkeleton(plain).tags, "\(P.self)")
      #expect(ViewSkeleton(told).faults == [])
    }
  }

  @Test("answers by its own switch exactly what it stores")
  func switches() throws {
    let list = BenefitListPage.sample
    let row = try #require(list.rows.first)
    let frame = Frame(list, in: shell)
    for part in [row, frame, Link("a", "b")] as [any Part] {
      for case (let name?, let value) in Mirror(reflecting: part).children {
        #expect(part.child(named: name) != nil, "\(name)")
        if let text = value as? String { #expect(part.child(named: name) as? String == text) }
      }
      #expect(part.child(named: "nothing of the kind") == nil)
    }
  }

  @Test("has a title of its own, which begins with Error when something stands against the form")
  func titles() {
    let wrong = Frame(SignInPage(failure: "Enter a password"), in: shell)
    #expect(wrong.documentTitle == "Error: Sign in – National programme – Concordat")
    let right = Frame(SignInPage(), in: Shell())
    #expect(right.documentTitle == "Sign in – Concordat")
  }

  @Test(
    "shows in the navigation what the role allows",
    arguments: [
      (Role.council, ["start", "benefits", "pivot", "councils", "imports", "journal", "help"]),
      (.board, ["start", "benefits", "pivot", "councils", "help"]),
      (.auditor, ["start", "benefits", "pivot", "councils", "journal", "help"]),
      (.admin, ["start", "councils", "journal", "help"]),
    ])
  func navigation(_ role: Role, _ areas: [String]) throws {
    let viewer = try #require(shell.viewer)
    var shell = shell
    shell.viewer = Viewer(
      person: nil, name: "A", role: role, organisation: viewer.organisation,
      organisationName: "B", organisationCode: nil, programme: viewer.programme)
    let shown = Frame(HelpPage.sample, in: shell).navigation
    #expect(shown.map(\.text) == areas.compactMap { Area(rawValue: $0)?.link.text })
    #expect(shown.filter(\.isCurrent).map(\.text) == ["Help"])
  }
}
