import Foundation
import Programme
import TestSupport
import Testing

@testable import Web

/// Every page there is.
private let pages: [any Page.Type] = [
  SignInPage.self, NeedsPage.self, CouncilListPage.self, CouncilDetailPage.self,
  BenefitListPage.self, BenefitDetailPage.self, BenefitFormPage.self, ConflictPage.self,
  WithdrawPage.self, MeasureListPage.self, SeriesPage.self, MeasureFormPage.self,
  ValueComparisonPage.self, PivotPage.self, ImportListPage.self,
  ImportUploadPage.self,
  ImportCheckPage.self, ImportDonePage.self, ImportColumnsPage.self, HeadingMatchListPage.self,
  JournalPage.self, HelpPage.self,
  AccessibilityPage.self, RefusalPage.self, CalculatorPage.self, CalculatorChoicePage.self,
  CalculatorWorkingPage.self, ScenarioListPage.self, SensitivityPage.self, SimulationPage.self,
  TryPage.self, CostListPage.self, CostDetailPage.self, CostFormPage.self, CostActualsPage.self,
  WorthPage.self,
  MilestoneListPage.self, MilestoneDetailPage.self, MilestoneFormPage.self,
  MilestoneActPage.self, MilestoneCheckPage.self, TimelinePage.self,
  ReviewListPage.self, BenefitReviewsPage.self, ReviewFormPage.self,
  ReviewComparisonPage.self, HandoverPage.self, ChecksPage.self, CheckFormPage.self,
  SourceListPage.self, SourcePage.self, SourceFormPage.self, DuplicatesPage.self,
  HonestyPage.self,
  MapPage.self, MapNodePage.self, MapNodeFormPage.self,
  ApprovalPage.self, PeriodListPage.self, PeriodPage.self, EvidencePage.self,
  ApprovalListPage.self, BaselineComparePage.self,
  PatternListPage.self, PatternDetailPage.self, KeepPatternPage.self,
  AssumptionPage.self, UndoPage.self, BulkPage.self, BulkCheckPage.self,
  PastePage.self, PasteCheckPage.self,
  AssumptionsPage.self,
  IssueListPage.self, IssueDetailPage.self, IssueFormPage.self, IssueStepPage.self,
  IssueBulkPage.self, IssueBulkCheckPage.self, LessonListPage.self, LessonDetailPage.self,
  LessonFormPage.self,
  ProgrammeFormPage.self,
  OfficeListPage.self, GridPage.self, PartnerListPage.self, PartnerPage.self,
  ResponsibilityPage.self, ActivityPage.self, ObjectiveListPage.self, ObjectivePage.self,
  CharterPage.self, OtherProgrammeListPage.self, OtherProgrammePage.self,
  NoticeListPage.self, NoticeSettingsPage.self, UnsubscribePage.self,
]

/// Answers like the part it wraps, but with another text in the place of every text.
private struct Retold: Part {
  let part: any Part
  let text: String

  func value(named name: String) -> Value? { part.value(named: name).map(retell) }

  private func retell(_ value: Value) -> Value {
    switch value {
    case .text: .text(text)
    case .texts(let texts): .texts(texts.map { _ in text })
    case .part(let part): .part(Retold(part: part, text: text))
    case .parts(let parts): .parts(parts.map { Retold(part: $0, text: text) })
    case .flag, .absent: value
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

  private static let hostile = [
    "\"\u{301}><script>alert(1)</script>", "\u{600}<script>alert(1)</script>",
    "'\u{301} onmouseover='x", "&\u{301}lt;", "</textarea></title><script>", "<!--", "]]>",
    "{{title}}{{{title}}}", "`\u{301}", "\u{0}\u{1}<", "<\u{301}script>", "\u{202E}<b>",
    "\r\n\"\r\n<", "x\" style=\"x",
  ]

  @Test("keeps its structure whatever its texts say")
  func hostile() {
    for type in pages { checkHostile(type) }
  }

  private func checkHostile<P: Page>(_ type: P.Type) {
    for page in [P.sample] + P.states.values {
      let plain = ViewSkeleton(render(page, saying: "x"))
      for text in PageTests.hostile {
        let told = ViewSkeleton(render(page, saying: text))
        #expect(told.tags == plain.tags, "\(P.self) saying \(text)")
        #expect(told.faults == [])
      }
    }
  }

  private func render<P: Page>(_ page: P, saying text: String) -> String {
    views.render(
      P.template, from: Retold(part: page, text: text),
      frame: Retold(part: Frame(page, in: shell), text: text))
  }

  @Test("answers by its own switch what it stores, as it stores it")
  func switches() throws {
    let list = BenefitListPage.sample
    let parts: [any Part] = [
      list, try #require(list.rows.first), try #require(list.columns.first),
      try #require(list.filters.first), try #require(list.filters.first?.options.first),
      try #require(list.totals.first), Frame(list, in: shell), Link("a", "b"),
    ]
    for part in parts {
      for case (let name?, let stored) in Mirror(reflecting: part).children {
        guard let value = part.value(named: name), let own = Value(stored) else { continue }
        #expect(value.isThere == own.isThere, "\(type(of: part)).\(name)")
        if own.isThere { #expect("\(value)" == "\(own)", "\(type(of: part)).\(name)") }
      }
      #expect(part.value(named: "nothing of the kind") == nil)
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
      (
        Role.council,
        ["What needs you", "Programme", "Issues", "Changes", "Benefits", "Journal", "Help"]
      ),
      (.board, ["What needs you", "Programme", "Issues", "Changes", "Benefits", "Help"]),
      (
        .auditor,
        ["What needs you", "Programme", "Issues", "Changes", "Benefits", "Journal", "Help"]
      ),
      (.admin, ["What needs you", "Programme", "Journal", "Help"]),
    ])
  func navigation(_ role: Role, _ names: [String]) throws {
    let frame = Frame(HelpPage.sample, in: try shell(for: role))
    #expect(frame.navigation.map(\.text) == names)
    #expect(frame.navigation.filter(\.isCurrent).map(\.text) == ["Help"])
    #expect(frame.areas.isEmpty)
  }

  @Test(
    "shows below it the areas that belong together, as the role allows",
    arguments: [
      (
        Role.council,
        [
          "Register", "Map", "Costs", "Worth", "Approvals", "Reviews", "Checks", "Patterns",
          "Pivot", "Calculator", "Imports",
        ]
      ),
      (
        .board,
        [
          "Register", "Map", "Costs", "Worth", "Approvals", "Reviews", "Checks", "Patterns",
          "Pivot", "Calculator",
        ]
      ),
    ])
  func areas(_ role: Role, _ names: [String]) throws {
    let frame = Frame(BenefitListPage.sample, in: try shell(for: role))
    #expect(frame.areas.map(\.text) == names)
    #expect(frame.areas.filter(\.isCurrent).map(\.text) == ["Register"])
    #expect(frame.navigation.filter(\.isCurrent).map(\.text) == ["Benefits"])
  }

  private func shell(for role: Role) throws -> Shell {
    let viewer = try #require(shell.viewer)
    var shell = shell
    shell.viewer = Viewer(
      person: nil, name: "A", role: role, organisation: viewer.organisation,
      organisationName: "B", organisationCode: nil, programme: viewer.programme)
    return shell
  }
}
