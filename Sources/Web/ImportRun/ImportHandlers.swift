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
    let file = await Offload.run { RegisterFile.read(upload.bytes) }
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
    let id = try visit.id(of: ImportRun.self)
    let staged = try await staged(visit, viewer, id)
    guard staged.run.state == .staged else {
      let file = await Offload.run { RegisterFile.read(staged.bytes) }
      return visit.page(ImportDonePage(staged.run, problems: file.problems))
    }
    let check = await Offload.run { ImportCheck(staged) }
    return visit.page(ImportCheckPage(check))
  }

  /// Applies a checked file, whole or not at all; a second time changes nothing.
  static func confirm(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = try visit.id(of: ImportRun.self)
    let staged = try await staged(visit, viewer, id)
    let file = await Offload.run { RegisterFile.read(staged.bytes) }
    guard let register = file.register else {
      let check = await Offload.run { ImportCheck(staged) }
      return visit.page(ImportCheckPage(check), .unprocessableContent)
    }
    let act = visit.act("import.confirm")
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.confirmImport(id, register: register, as: viewer, by: act)
      }
    } catch Refusal.conflict {
      return try await again(visit, viewer, id, .conflict, changedMeanwhile)
    } catch Refusal.invalid(let problems) {
      let words = problems.map(\.message).joined(separator: " ")
      return try await again(visit, viewer, id, .unprocessableContent, words)
    }
    return visit.redirect(to: "/imports/\(id)", notice: .importConfirmed)
  }

  private static let changedMeanwhile =
    "The register was changed since this check. Look at the differences again, then import."

  /// The dry run once more, with the reason why it was not applied.
  private static func again(
    _ visit: Visit, _ viewer: Viewer, _ id: ID<ImportRun>, _ status: HTTPResponse.Status,
    _ obstacle: String
  ) async throws -> Response {
    let staged = try await staged(visit, viewer, id)
    let check = await Offload.run { ImportCheck(staged) }
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
      let staged = try await staged(visit, viewer, id)
      let words = problems.map(\.message).joined(separator: " ")
      return visit.page(
        ImportDonePage(staged.run, problems: [], obstacle: words), .conflict)
    }
    return visit.redirect(to: "/imports/\(id)", notice: .importUndone)
  }

  /// The file as it came, byte for byte.
  static func file(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let staged = try await staged(visit, viewer, try visit.id(of: ImportRun.self))
    return visit.file(
      staged.bytes, name: staged.run.fileName, contentType: "application/octet-stream")
  }

  private static func staged(
    _ visit: Visit, _ viewer: Viewer, _ id: ID<ImportRun>
  ) async throws -> StagedImport {
    try await visit.store.read(as: viewer) { db in
      guard let run = try db.importRun(id, as: viewer),
        let bytes = try db.importedFile(id, as: viewer)
      else { throw Refusal.notFound }
      return StagedImport(
        run: run, bytes: bytes, stored: try db.register(of: run.organisation, as: viewer))
    }
  }
}

extension ImportUploadPage {
  fileprivate init(_ visit: Visit, _ viewer: Viewer, failure: String? = nil) {
    let mebibytes = visit.services.configuration.limits.uploadBytes / (1024 * 1024)
    self.init(council: viewer.organisationName, limit: "\(mebibytes) MB", failure: failure)
  }
}
