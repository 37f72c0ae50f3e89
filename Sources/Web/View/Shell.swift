import Programme

/// What is known of the request around a page: who asks, and what the layout needs.
struct Shell: Sendable {
  /// Who is signed in; nil before sign-in.
  var viewer: Viewer?
  /// The programme's name.
  var programme = ""
  /// The token that every form sends back in the field "csrf".
  var csrf = ""
  /// The good news of the last act, shown once.
  var notice: Notice?
  /// Changes whenever a style or script changes, so that browsers fetch it again.
  var assetVersion = "0"
  /// The page and query to come back to after signing in.
  var path = "/"
}

/// What the last act achieved.
struct Notice: Part {
  let title: String
  let text: String
  let link: Link?

  init(_ title: String, text: String = "", link: Link? = nil) {
    self.title = title
    self.text = text
    self.link = link
  }
}

/// Where a page stands in the navigation.
enum Area: String, CaseIterable, Sendable {
  case start, notices, noticeSettings
  case programme, councils, partners, milestones, responsibilities, objectives, charter
  case otherProgrammes
  case issues, lessons
  case changes
  case benefits, map, costs, worth, approvals, reviews, checks, patterns, pivot, calculator
  case imports
  case journal, help

  /// An entry of the navigation, over areas that belong together.
  enum Group: CaseIterable, Sendable {
    case start, programme, issues, changes, benefits, journal, help
  }

  var group: Group {
    switch self {
    case .start, .notices, .noticeSettings: .start
    case .programme, .councils, .partners, .milestones, .responsibilities, .objectives, .charter,
      .otherProgrammes:
      .programme
    case .issues, .lessons: .issues
    case .changes: .changes
    case .benefits, .map, .costs, .worth, .approvals, .reviews, .checks, .patterns, .pivot,
      .calculator, .imports:
      .benefits
    case .journal: .journal
    case .help: .help
    }
  }

  var link: Link {
    switch self {
    case .start: Link("What needs you", "/")
    case .programme: Link("Grid", "/programme")
    case .notices: Link("Notices", "/notices")
    case .noticeSettings: Link("E-mail and calendar", "/notices/settings")
    case .councils: Link("Councils", "/councils")
    case .issues: Link("Issues", "/issues")
    case .lessons: Link("Lessons", "/lessons")
    case .partners: Link("Partners", "/partners")
    case .responsibilities: Link("Responsibilities", "/responsibilities")
    case .objectives: Link("Objectives", "/objectives")
    case .charter: Link("Charter", "/charter")
    case .otherProgrammes: Link("Other programmes", "/other-programmes")
    case .milestones: Link("Milestones", "/milestones")
    case .changes: Link("Changes", "/changes")
    case .benefits: Link("Register", "/benefits")
    case .map: Link("Map", "/map")
    case .costs: Link("Costs", "/costs")
    case .worth: Link("Worth", "/worth")
    case .checks: Link("Checks", "/benefits/honesty")
    case .patterns: Link("Patterns", "/patterns")
    case .approvals: Link("Approvals", "/approvals")
    case .reviews: Link("Reviews", "/reviews")
    case .pivot: Link("Pivot", "/benefits/pivot")
    case .calculator: Link("Calculator", "/calculator")
    case .imports: Link("Imports", "/imports")
    case .journal: Link("Journal", "/audit")
    case .help: Link("Help", "/help")
    }
  }

  /// What somebody must be allowed to do to be shown it.
  var permission: Permission? {
    switch self {
    case .start, .notices, .noticeSettings, .help: nil
    case .councils, .partners: .readParties
    case .programme, .responsibilities, .objectives, .charter, .otherProgrammes: .readProgramme
    case .issues, .lessons: .readProgramme
    case .milestones: .readProgramme
    case .changes: .readProgramme
    case .benefits, .map, .costs, .worth, .approvals, .reviews, .checks, .patterns, .pivot,
      .calculator:
      .readBenefits
    case .imports: .writeBenefits
    case .journal: .readJournal
    }
  }
}

extension Area.Group {
  /// What the navigation calls it; nil where its one area says it.
  var name: String? {
    switch self {
    case .programme: "Programme"
    case .issues: "Issues"
    case .benefits: "Benefits"
    case .start, .changes, .journal, .help: nil
    }
  }

  /// The areas of the group that the viewer is shown.
  func areas(for viewer: Viewer) -> [Area] {
    Area.allCases.filter { $0.group == self && ($0.permission.map(viewer.may) ?? true) }
  }
}

/// The layout's own values, reached in every template as `shell`.
struct Frame: Part {
  let documentTitle: String
  let programme: String
  let csrf: String
  let assetVersion: String
  let width: String
  let person: Signature?
  /// The groups of areas, and below them the areas of the current group where there are several.
  let navigation: [NavigationItem]
  let areas: [NavigationItem]
  let trail: [Link]
  let notice: Notice?
  let problems: [PageProblem]

  /// Who is signed in, and for whom.
  struct Signature: Part {
    let name: String
    let organisation: String
  }

  /// One entry of the navigation.
  struct NavigationItem: Part {
    let text: String
    let href: String
    let isCurrent: Bool

    func value(named name: String) -> Value? {
      switch name {
      case "text": .text(text)
      case "href": .text(href)
      case "isCurrent": .flag(isCurrent)
      default: nil
      }
    }
  }

  init(_ page: some Page, in shell: Shell) {
    let prefix = page.problems.isEmpty ? "" : "Error: "
    let programme = shell.programme.isEmpty ? "" : "\(shell.programme) – "
    documentTitle = "\(prefix)\(page.title) – \(programme)Concordat"
    self.programme = shell.programme
    csrf = shell.csrf
    assetVersion = shell.assetVersion
    width = page.isWide ? "app-wide" : "app-narrow"
    person = shell.viewer.map { Signature(name: $0.name, organisation: $0.organisationName) }
    navigation = shell.viewer.map { Frame.navigation(for: $0, at: page.area) } ?? []
    areas = shell.viewer.map { Frame.areas(for: $0, at: page.area) } ?? []
    trail = page.trail
    notice = shell.notice
    problems = page.problems
  }

  private static func navigation(for viewer: Viewer, at area: Area?) -> [NavigationItem] {
    Area.Group.allCases.compactMap { group in
      group.areas(for: viewer).first.map { first in
        NavigationItem(
          text: group.name ?? first.link.text, href: first.link.href,
          isCurrent: group == area?.group)
      }
    }
  }

  private static func areas(for viewer: Viewer, at area: Area?) -> [NavigationItem] {
    let areas = area?.group.areas(for: viewer) ?? []
    guard areas.count > 1 else { return [] }
    return areas.map {
      NavigationItem(text: $0.link.text, href: $0.link.href, isCurrent: $0 == area)
    }
  }

  func value(named name: String) -> Value? {
    switch name {
    case "documentTitle": .text(documentTitle)
    case "programme": .text(programme)
    case "csrf": .text(csrf)
    case "assetVersion": .text(assetVersion)
    case "width": .text(width)
    case "person": .part(person)
    case "navigation": .parts(navigation)
    case "areas": .parts(areas)
    case "areas?": .flag(!areas.isEmpty)
    case "trail": .parts(trail)
    case "trail?": .flag(!trail.isEmpty)
    case "notice": .part(notice)
    case "problems": .parts(problems)
    case "problems?": .flag(!problems.isEmpty)
    default: nil
    }
  }
}
