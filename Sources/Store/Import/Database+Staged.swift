import Foundation
import Postgres
import Programme

extension Connection {
  /// Renews the check of a file that was not applied: what is wrong with it as it is read now, and
  /// the versions of the register that it is compared with. Throws ``Refusal/notFound``,
  /// ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` when it is no longer waiting.
  public func recheckImport(_ id: ID<ImportRun>, problems: [Problem], as viewer: Viewer) throws {
    let run = try stagedRun(id, as: viewer)
    let count = ProblemCount(problems)
    let renewed = try execute(
      """
      UPDATE import_run SET error_count = \(count.errors), warning_count = \(count.warnings),
        note_count = \(count.notes),
        base_versions = \(try baseVersions(of: run.organisation, as: viewer))::jsonb
      WHERE id = \(id.uuid) AND \(ImportRun.isWaiting(as: viewer))
      """)
    guard renewed == 1 else { throw Refusal.invalid([ImportRun.notWaiting]) }
  }

  /// Puts a checked file aside for good: it can no longer be applied, and the register stays as it
  /// is. The file is kept, as every file that came in. Doing it twice does what doing it once does.
  /// Throws ``Refusal/notFound``, ``Refusal/forbidden``, or ``Refusal/invalid(_:)`` for one that was
  /// applied.
  public func discardImport(_ id: ID<ImportRun>, by act: Act, as viewer: Viewer) throws {
    if try importRun(id, as: viewer)?.state == .discarded { return }
    let run = try stagedRun(id, as: viewer)
    let discarded = try execute(
      """
      UPDATE import_run SET discarded_at = scope_now()
      WHERE id = \(id.uuid) AND \(ImportRun.isWaiting(as: viewer))
      """)
    guard discarded == 1 else { throw Refusal.invalid([ImportRun.notWaiting]) }
    let draft = JournalDraft(
      kind: "import", record: id.uuid, label: run.fileName, version: 1, visibility: .draft,
      changes: [
        FieldChange(field: "state", label: "State", before: "Checked", after: "Discarded")
      ])
    try record([draft], of: run.organisation, named: run.councilName, by: act, as: viewer)
  }

  private func stagedRun(_ id: ID<ImportRun>, as viewer: Viewer) throws -> ImportRun {
    guard let run = try importRun(id, as: viewer) else { throw Refusal.notFound }
    guard viewer.mayChange(recordsOf: run.organisation) else { throw Refusal.forbidden }
    guard run.state == .staged else { throw Refusal.invalid([ImportRun.notWaiting]) }
    return run
  }
}

extension ImportRun {
  static let notWaiting = Problem(
    .error, at: .file, subject: "Import", found: "",
    expected: "an import that was neither applied nor discarded",
    mend: "Open the list of imports to see what became of it.")

  /// The condition of an import that still can be applied or discarded.
  static func isWaiting(as viewer: Viewer) -> SQL {
    """
    programme_id = \(viewer.programme.uuid) AND confirmed_at IS NULL AND discarded_at IS NULL
    """
  }
}
