import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Bringing in many records of a kind: pasted or as a file, checked in a grid, then recorded as one
/// act, all or none.
enum RowHandlers<Subject: PastedRecord> {
  /// Where rows are pasted, or a file of them is chosen.
  static func form(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(PastePage(Subject.sheet))
  }

  /// The rows in a grid, with everything that stands against them; nothing is stored.
  static func check(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    guard visit.form["columns"] == nil else { return try await page(grid(visit), visit, viewer) }
    try visit.form.expecting(["text"])
    let text = visit.form["text"] ?? ""
    return try await page(Subject.rows(text, as: .tabs), text, visit, viewer)
  }

  /// The same for a file of comma-separated values.
  static func file(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let bytes = visit.form.upload?.bytes ?? []
    guard let text = String(validating: bytes, as: UTF8.self), !text.utf8.contains(0),
      !TrimmedText.of(text).isEmpty
    else {
      return visit.page(
        PastePage(Subject.sheet, problems: [RowHandlers.noText]), .unprocessableContent)
    }
    return try await page(Subject.rows(text, as: .commas), "", visit, viewer)
  }

  /// Records the rows that are not there yet.
  static func add(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let grid = try grid(visit)
    let act = visit.act("\(Subject.sheet.one).paste")
    let isAdded = try await visit.write(as: viewer, act) { db in
      let filled = grid.filled
      let verdicts = try Subject.verdicts(filled.map(\.texts), in: db, as: viewer)
      guard verdicts.allSatisfy({ !$0.problems.hasErrors }) else { return false }
      let new = zip(filled, verdicts).filter { $1.existing == nil }.map(\.0.texts)
      guard !new.isEmpty else { return false }
      try Subject.add(new, by: act, in: db, as: viewer)
      return true
    }
    guard isAdded else { return try await page(grid, visit, viewer, .unprocessableContent) }
    return visit.redirect(to: Subject.sheet.list.href, notice: .rowsAdded)
  }

  private static func grid(_ visit: Visit) throws(Refusal) -> RowGrid<Subject> {
    try RowGrid(visit.form, fields: Subject.pastedFields)
  }

  private static func page(
    _ pasted: PastedRows<Subject>, _ text: String, _ visit: Visit, _ viewer: Viewer
  ) async throws -> Response {
    guard pasted.problems.isEmpty else {
      return visit.page(
        PastePage(Subject.sheet, text: text, problems: pasted.problems), .unprocessableContent)
    }
    let grid = RowGrid(pasted, usual: Subject.usualFields)
    return try await page(grid, visit, viewer, left: pasted.unknownHeadings)
  }

  /// The grid with everything that stands against its rows.
  private static func page(
    _ grid: RowGrid<Subject>, _ visit: Visit, _ viewer: Viewer,
    _ status: HTTPResponse.Status = .ok, left unknown: [String] = []
  ) async throws -> Response {
    let filled = grid.filled
    let verdicts = try await visit.store.read(as: viewer) { db in
      try Subject.verdicts(filled.map(\.texts), in: db, as: viewer)
    }
    let judged = zip(filled.map(\.place), verdicts)
    let found = judged.flatMap { place, verdict in
      verdict.problems.filter { $0.severity == .error }.map { grid.found($0, at: place) }
    }
    let existing = Dictionary(
      judged.compactMap { place, verdict in verdict.existing.map { (place, $0) } },
      uniquingKeysWith: { $1 })
    let page = PasteCheckPage(
      grid, Subject.sheet, found: found, left: unknown, existing: existing)
    return visit.page(page, found.isEmpty ? status : .unprocessableContent)
  }

  private static var noText: Problem {
    Problem(
      .error, at: .file, subject: "File", found: "", expected: "a file of comma-separated values",
      mend: "Save the sheet as “CSV UTF-8”, and choose that file.")
  }
}

extension [Problem] {
  fileprivate var hasErrors: Bool { contains { $0.severity == .error } }
}
