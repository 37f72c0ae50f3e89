import Foundation
import HTTPTypes
import Postgres
import Programme
import Store
import TestSupport
import Testing

@testable import Web

/// Somebody who asks: of what role and for whom, or nobody.
private struct Asker {
  let name: String
  let role: Role?
  let organisation: ID<Organisation>
  let browser: Browser

  var viewer: Viewer? { role.map { World.viewer($0, of: organisation) } }
}

/// A record that is asked for, with what decides who sees it.
private struct Target: Sendable {
  let id: String
  let visibility: Visibility
}

/// What the table of routes and the table of roles say, worked out without the server.
private enum Expected {
  case exactly(Int)
  /// Let through: whatever the handler then makes of an empty form.
  case letThrough
}

/// Every route × every role × own or another organisation × signed in or not × each visibility.
@Suite(
  "Who may do what",
  .enabled(if: TestServer.isAvailable, "TEST_DATABASE_URL is not set"))
struct MatrixTests {
  @Test(
    "Every cell of routes, roles, organisations and visibilities is as the tables declare",
    arguments: Role.allCases)
  func everyCell(role: Role) async throws {
    try await TestSite.shared(.matrix) { site in
      for organisation in [World.westLothian, World.inverclyde] {
        let whose = organisation == World.westLothian ? "own" : "other"
        let asker = Asker(
          name: "\(role) of \(whose)", role: role, organisation: organisation,
          browser: try await site.browser(role, of: organisation))
        try await checkEveryRoute(asker, site)
      }
    }
  }

  @Test("Nobody without a session, or with one that is over, is let in anywhere")
  func nobody() async throws {
    try await TestSite.run { site in
      try await site.database.addTargets()
      let expired = try await site.browser(.council)
      site.database.clock.advance(seconds: 13 * 3_600)
      for (name, browser) in [("anonymous", Browser(site)), ("expired", expired)] {
        let asker = Asker(
          name: name, role: nil, organisation: World.westLothian, browser: browser)
        try await checkEveryRoute(asker, site)
      }
    }
  }

  private func checkEveryRoute(_ asker: Asker, _ site: TestSite) async throws {
    let targets = try await site.database.targets
    var cells = 0
    for route in Route.all where route.answer != .machine && route.path != "/sign-in" {
      for target in route.isAboutBenefit ? targets : [targets[0]] {
        try await check(route, asker, target)
        cells += 1
      }
    }
    #expect(cells > 200)
  }

  @Test("No route can be made without a policy, and none is there twice")
  func table() {
    #expect(Set(Route.all.map { "\($0.method) \($0.path)" }).count == Route.all.count)
    let open = Route.all.filter { $0.access == .anyone }.map(\.path)
    #expect(
      Set(open) == [
        "/live", "/ready", "/metrics", "/assets/{name}", "/sign-in", "/help", "/accessibility",
        "/api/v1/openapi.json", "/calendar/{token}.ics", "/unsubscribe/{token}",
      ])
    for route in Route.all where route.body != .none && route.access != .signedIn {
      // What stands in the address is the proof.
      if route.path == "/unsubscribe/{token}" { continue }
      let isPaper =
        route.access == .may(.readBenefits)
        && (route.path.hasPrefix("/calculator/") || route.path.hasPrefix("/benefits/pivot/"))
      // Whoever reads issues keeps lists of them, and is told of them.
      let isOwnList =
        route.access == .may(.readProgramme)
        && (route.path.hasPrefix("/issues/views") || route.path.hasSuffix("watch"))
      let changes = [Permission.writeBenefits, .takePart, .coordinate]
      #expect(
        route.path == "/sign-in" || isPaper || isOwnList
          || changes.contains { route.access == .may($0) }, "\(route.path)")
    }
  }

  /// The identity of no file.
  private let noFile = "00000000-0000-4000-8000-0000000000ff"

  private func check(_ route: Route, _ asker: Asker, _ target: Target) async throws {
    if route.path == "/sign-out" { return }
    let address = route.path.replacing("{id}", with: target.id)
      .replacing("{code}", with: "S12000040").replacing("{measure}", with: "money")
      .replacing("{file}", with: noFile).replacing("{number}", with: "999999")
      .replacing("{step}", with: "resolve")
    let query = route.isAboutRegister ? "?council=S12000040" : ""
    let answer =
      switch route.body {
      case .none: try await asker.browser.get(address + query)
      case .form, .unread:
        try await asker.browser.post(address, query.isEmpty ? [] : [("query", query)])
      case .content: try await asker.browser.ask(address, Array("{}".utf8))
      case .upload: try await asker.browser.upload(address, name: "a.xml", [])
      }
    let cell = "\(asker.name): \(route.method) \(address) (\(target.visibility))"
    switch expected(route, asker, target) {
    case .exactly(let status): #expect(answer.status == status, "\(cell)")
    case .letThrough:
      #expect(
        answer.status < 500 && ![401, 403, 404].contains(answer.status),
        "\(cell): \(answer.status)")
    }
    if answer.status == 303, asker.role == nil {
      #expect(answer.location?.hasPrefix("/sign-in?next=") == true, "\(cell)")
    }
  }

  private func expected(_ route: Route, _ asker: Asker, _ target: Target) -> Expected {
    let isGet = route.body == .none
    guard route.access != .anyone else {
      return .exactly(route.path.contains("{token}") ? 404 : 200)
    }
    guard let viewer = asker.viewer else {
      return .exactly(isGet && route.answer == .page ? 303 : 401)
    }
    if case .may(let permission) = route.access, !viewer.may(permission) { return .exactly(403) }
    let others = [
      "/imports/", "/calculator/", "/costs/", "/map/", "/benefits/pivot/", "/benefits/sources/",
      "/patterns/", "/undo/", "/issues/", "/lessons/", "/notices/",
      "/offices/", "/partners/", "/responsibilities/", "/objectives/", "/other-programmes/",
      "/charter/", "/milestones/", "/changes/",
    ]
    if others.contains(where: route.path.hasPrefix),
      route.path.contains("{id}") || route.path.contains("{number}")
    {
      return .exactly(404)
    }
    if route.path.hasPrefix("/councils/{code}/export") {
      let seesAny = viewer.sees(.published, of: World.westLothian)
      return .exactly(seesAny ? 200 : 404)
    }
    if route.path == "/councils/{code}/readiness", !viewer.mayKeep(recordOf: World.westLothian) {
      return .exactly(403)
    }
    guard route.isAboutBenefit else { return isGet ? .exactly(200) : .letThrough }
    guard viewer.sees(target.visibility, of: World.westLothian) else { return .exactly(404) }
    if case .may(.writeBenefits) = route.access, !viewer.mayChange(recordsOf: World.westLothian) {
      return .exactly(403)
    }
    if route.path.contains("{file}") { return .exactly(404) }
    guard case .may(.writeBenefits) = route.access else { return .exactly(200) }
    if route.isAboutMeasureItself { return .exactly(404) }
    return isGet ? .exactly(200) : .letThrough
  }
}

extension TestDatabase.Filling {
  fileprivate static let matrix = TestDatabase.Filling("matrix") { try await $0.addTargets() }
}

extension TestDatabase {
  /// Adds a benefit of West Lothian in each visibility.
  fileprivate func addTargets() async throws {
    let officer = World.viewer(.council)
    for (number, visibility) in Visibility.allCases.enumerated() {
      try await store.write(as: officer, .test()) { db in
        _ = try db.addBenefit(
          World.benefit("B00\(number)"), to: officer.organisation, visibility: visibility,
          by: .test(), as: officer)
      }
    }
  }

  /// Those benefits, by their references.
  fileprivate var targets: [Target] {
    get async throws {
      try await superuser.withConnection { db in
        try db.query(
          "SELECT id::text, visibility FROM benefit WHERE reference ~ '^B00[0-9]$' ORDER BY reference"
        ) { row in
          Target(
            id: try row.next(), visibility: Visibility(rawValue: try row.next()) ?? .draft)
        }
      }
    }
  }
}

extension Route {
  fileprivate var isAboutRegister: Bool {
    path.hasPrefix("/calculator/") && !path.contains("{id}") && !path.hasPrefix("/calculator/try")
  }

  /// The money of a benefit has values, and nothing that could be changed or withdrawn.
  fileprivate var isAboutMeasureItself: Bool {
    path.contains("/{measure}/edit") || path.contains("/{measure}/withdraw")
  }

  fileprivate var isAboutBenefit: Bool { path.hasPrefix("/benefits/{id}") }
}
