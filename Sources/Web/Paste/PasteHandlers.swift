import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Recording many benefits at once, pasted from a spreadsheet.
enum PasteHandlers {
  /// Where rows are pasted.
  static func form(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(PastePage(.benefits))
  }

  /// The rows in a grid, with everything that stands against them; nothing is stored.
  static func check(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    guard visit.form["columns"] == nil else {
      let grid = try PasteGrid(visit.form)
      return try await page(grid, visit, viewer)
    }
    try visit.form.expecting(["text"])
    let text = visit.form["text"] ?? ""
    let matches = try await visit.store.read(as: viewer) { db in
      try db.headingMatches(of: viewer.organisation, as: viewer)
    }
    let pasted = PastedBenefits(text, matches: HeadingMatches(matches.map(\.match)))
    guard pasted.problems.isEmpty else {
      return visit.page(
        PastePage(.benefits, text: text, problems: pasted.problems), .unprocessableContent)
    }
    return try await page(PasteGrid(pasted), visit, viewer, left: pasted.unknownHeadings)
  }

  /// Records the rows as one act, all or none.
  static func add(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let grid = try PasteGrid(visit.form)
    let visibility = visit.form["visibility"].flatMap(Visibility.init) ?? .draft
    let readings = grid.benefits(of: viewer.organisationName)
    let benefits = readings.compactMap(\.reading.value)
    guard benefits.count == readings.count, !benefits.isEmpty else {
      return try await page(grid, visit, viewer, .unprocessableContent)
    }
    let places = readings.map(\.place)
    let act = visit.act("benefit.paste")
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.addBenefits(
          benefits.map { NewBenefit($0, visibility: visibility) }, to: viewer.organisation,
          at: { .field(PasteGrid.name(places[$0], .reference)) }, by: act, as: viewer)
      }
    } catch Refusal.invalid {
      return try await page(grid, visit, viewer, .unprocessableContent)
    }
    return visit.redirect(
      to: "/benefits?sort=changed&order=descending", notice: .benefitsAdded, of: act)
  }

  /// The grid with its problems, those of references among them.
  private static func page(
    _ grid: PasteGrid, _ visit: Visit, _ viewer: Viewer, _ status: HTTPResponse.Status = .ok,
    left unknown: [String] = []
  ) async throws -> Response {
    let places = grid.filled.map(\.place)
    let references = grid.filled.map { TrimmedText.of($0.texts[.reference] ?? "") }
    let taken = try await visit.store.read(as: viewer) { db in
      try db.takenReferences(
        references, in: viewer.organisation,
        at: { .field(PasteGrid.name(places[$0], .reference)) }, as: viewer)
    }
    let page = PasteCheckPage(
      benefits: grid, taken: taken, left: unknown, council: viewer.organisationName,
      visibility: visit.form["visibility"] ?? Visibility.draft.rawValue)
    return visit.page(page, page.problems.isEmpty ? status : .unprocessableContent)
  }
}
