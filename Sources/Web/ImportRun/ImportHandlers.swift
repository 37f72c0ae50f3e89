import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Bringing in calculator files: checked first, applied on a word, and undone as one act.
enum ImportHandlers {
  /// The files brought in.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let runs = try await visit.store.read(as: viewer) { db in try db.importRuns(as: viewer) }
    return visit.page(ImportListPage(runs))
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let runs = try await visit.store.read(as: viewer) { db in try db.importRuns(as: viewer) }
    return try await visit.table(Exchange.Table(runs), named: "imports")
  }

  /// Chooses a file.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(ImportUploadPage(visit, viewer))
  }

  /// Reads a file and keeps it with what is wrong with it. The register stays as it is.
  static func upload(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    guard let upload = visit.form.upload, !upload.bytes.isEmpty else {
      let words = "Choose a file that has something in it"
      return visit.page(ImportUploadPage(visit, viewer, failure: words), .unprocessableContent)
    }
    let matches = try await visit.store.read(as: viewer) { db in
      try db.matches(of: viewer.organisation, as: viewer)
    }
    let file = try await visit.calculating { RegisterFile.read(upload.bytes, matches: matches) }
    guard file.kind.isRead else {
      let words = file.problems.first?.message ?? "Choose a calculator workbook"
      return visit.page(ImportUploadPage(visit, viewer, failure: words), .unprocessableContent)
    }
    let act = visit.act("import.stage")
    let id = try await visit.write(as: viewer, act) { db in
      try db.stageImport(
        fileName: upload.fileName, bytes: upload.bytes, problems: file.problems,
        into: viewer.organisation, by: act, as: viewer)
    }
    return visit.redirect(to: "/imports/\(id)")
  }

  /// The dry run, or what the import did.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let staged = try await staged(visit, viewer)
    guard staged.run.state == .staged else {
      let file = try await visit.calculating { staged.read() }
      return visit.page(ImportDonePage(staged.run, problems: file.problems))
    }
    let check = try await visit.calculating { ImportCheck(staged) }
    return visit.page(ImportCheckPage(check))
  }

  /// Applies a checked file, whole or not at all; a second time changes nothing.
  static func confirm(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(["reading", "without"])
    let staged = try await staged(visit, viewer)
    let seen = visit.form.given("reading")
    guard
      staged.run.state != .staged
        || seen ?? staged.matches.fingerprint
          == staged.matches.fingerprint
    else { return try await again(visit, viewer, .conflict, matchedMeanwhile) }
    let file = try await visit.calculating { staged.read() }
    let isTold = staged.run.state != .staged || visit.form["without"] == "yes"
    let lost = try await isTold ? LostFields() : visit.calculating { staged.lost(by: file) }
    guard let register = file.register, lost.isEmpty else {
      let check = try await visit.calculating { ImportCheck(staged) }
      return visit.page(ImportCheckPage(check, isSent: true), .unprocessableContent)
    }
    return try await apply(register, of: staged, visit, viewer)
  }

  private static func apply(
    _ register: Register, of staged: StagedImport, _ visit: Visit, _ viewer: Viewer
  ) async throws -> Response {
    let act = visit.act("import.confirm")
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.confirmImport(
          staged.run.id, register: register, matches: staged.matches, as: viewer, by: act)
      }
    } catch Refusal.conflict {
      return try await again(visit, viewer, .conflict, changedMeanwhile)
    } catch Refusal.invalid(let problems) {
      let words = problems.map(\.message).joined(separator: " ")
      return try await again(visit, viewer, .unprocessableContent, words)
    }
    return visit.redirect(to: staged.address, notice: .importConfirmed)
  }

  /// Compares the file once more, with the register and the matches of headings as they are now.
  static func check(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let staged = try await staged(visit, viewer)
    let file = try await visit.calculating { staged.read() }
    try await visit.write(as: viewer, visit.act("import.check")) { db in
      try db.recheckImport(staged.run.id, problems: file.problems, as: viewer)
    }
    return visit.redirect(to: staged.address, notice: .importChecked)
  }

  /// Puts a checked file aside.
  static func discard(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: ImportRun.self)
    let act = visit.act("import.discard")
    try await visit.write(as: viewer, act) { db in try db.discardImport(id, by: act, as: viewer) }
    return visit.redirect(to: "/imports", notice: .importDiscarded)
  }

  private static let changedMeanwhile =
    "The register was changed since this check. Look at the differences again, then import."

  private static let matchedMeanwhile =
    "What the columns mean was changed since this check. Look at the differences again, then import."

  /// The dry run once more, with the reason why it was not applied.
  private static func again(
    _ visit: Visit, _ viewer: Viewer, _ status: HTTPResponse.Status, _ obstacle: String
  ) async throws -> Response {
    let staged = try await staged(visit, viewer)
    guard staged.run.state == .staged else {
      return visit.page(
        ImportDonePage(staged.run, problems: [], obstacle: obstacle), status)
    }
    let check = try await visit.calculating { ImportCheck(staged) }
    return visit.page(ImportCheckPage(check, obstacle: obstacle), status)
  }

  /// Puts every row back as it was; refused when rows were changed since.
  static func undo(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: ImportRun.self)
    let act = visit.act("import.undo")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.undoImport(id, as: viewer, by: act)
      }
    } catch Refusal.invalid(let problems) {
      let staged = try await staged(visit, viewer)
      let words = problems.map(\.message).joined(separator: " ")
      return visit.page(
        ImportDonePage(staged.run, problems: [], obstacle: words), .conflict)
    }
    return visit.redirect(to: "/imports/\(id)", notice: .importUndone)
  }

  /// The file as it came, byte for byte.
  static func file(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let staged = try await staged(visit, viewer)
    return visit.file(
      staged.bytes, name: staged.run.fileName, contentType: "application/octet-stream")
  }

  /// The import that the path names, with its file, beside what is stored.
  static func staged(_ visit: Visit, _ viewer: Viewer) async throws -> StagedImport {
    let id = try visit.id(of: ImportRun.self)
    return try await visit.store.read(as: viewer) { db in
      guard let run = try db.importRun(id, as: viewer),
        let bytes = try db.importedFile(id, as: viewer)
      else { throw Refusal.notFound }
      let isOpen = run.state == .staged
      return StagedImport(
        run: run, bytes: bytes,
        stored: try db.register(of: run.organisation, withMeasures: true, as: viewer),
        matches: isOpen ? try db.matches(of: run.organisation, as: viewer) : run.matches,
        closed: try db.closedPeriods(of: run.organisation, as: viewer))
    }
  }
}

extension Database {
  /// What a council's headings mean, for reading a file.
  fileprivate func matches(
    of organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> HeadingMatches {
    HeadingMatches(try headingMatches(of: organisation, as: viewer).map(\.match))
  }
}

extension ImportUploadPage {
  fileprivate init(_ visit: Visit, _ viewer: Viewer, failure: String? = nil) {
    let mebibytes = visit.services.configuration.limits.uploadBytes / (1024 * 1024)
    self.init(council: viewer.organisationName, limit: "\(mebibytes) MB", failure: failure)
  }
}
