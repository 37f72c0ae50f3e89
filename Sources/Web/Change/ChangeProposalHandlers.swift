import HTTPTypes
import Hummingbird
import Programme
import Store

/// Proposing a change, amending and withdrawing it.
enum ChangeProposalHandlers {
  /// The form for a new change; the address may name the milestone it is about.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    var reader = QueryReader(visit.query)
    let milestone = reader.read("milestone", "a milestone") { ID<Milestone>(text: $0) }
    try reader.finish()
    var sent = ChangeSubmission()
    sent.typed["authority"] = ChangeAuthority.coordinator.rawValue
    sent.typed["milestone.0"] = milestone?.description
    return visit.page(ChangeFormPage(sent, in: try await visit.changeSetting(nil, viewer)))
  }

  /// Proposes it.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let setting = try await visit.changeSetting(nil, viewer)
    let sent = try visit.changeSubmission(setting)
    func again(_ problems: [Problem]) -> Response {
      visit.page(ChangeFormPage(sent, problems: problems, in: setting), .unprocessableContent)
    }
    let reading = sent.read(setting.parties)
    guard let proposal = reading.value else { return again(reading.problems) }
    let act = visit.act("change.propose")
    do {
      let number = try await visit.write(as: viewer, act) { db in
        try db.proposeChange(proposal, by: act, as: viewer)
      }
      return visit.redirect(to: "/changes/\(number)", notice: .changeProposed)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    }
  }

  /// The form that shows the present version.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.change(as: viewer) { viewer.mayLead($0) }
    guard stored.process.state.allows(.amend)
    else { return try await visit.refused(stored, .amend, viewer) }
    let setting = try await visit.changeSetting(stored, viewer)
    return visit.page(ChangeFormPage(ChangeSubmission(stored), in: setting))
  }

  /// Makes a new version, unless something happened meanwhile.
  static func amend(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.change(as: viewer) { viewer.mayLead($0) }
    let setting = try await visit.changeSetting(stored, viewer)
    let sent = try visit.changeSubmission(setting)
    let version = try visit.changeVersion()
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        ChangeFormPage(sent, problems: problems, in: setting, version: version),
        .unprocessableContent)
    }
    let note = sent.text(ChangeSubmission.note)
    let noteProblems = PlainText.problems(
      note, at: ChangeSubmission.note, "What is new", limit: RecordLimit.proseCharacters)
    let reading = sent.read(setting.parties)
    guard let proposal = reading.value, noteProblems.isEmpty else {
      return again(reading.problems + noteProblems)
    }
    let act = visit.act("change.amend", reason: String(note.prefix(RecordLimit.noteCharacters)))
    do {
      try await visit.write(as: viewer, act) { db in
        try db.amendChange(
          stored.number, expecting: version, to: proposal, note: note, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return again(problems)
    } catch Refusal.conflict {
      let theirs = try await visit.change(as: viewer)
      return visit.page(ConflictPage(theirs: theirs, yours: proposal, sent), .conflict)
    }
    return visit.redirect(to: stored.href, notice: .changeAmended)
  }

  /// Asks why a change is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.change(as: viewer) { viewer.mayLead($0) }
    guard stored.process.state.allows(.withdraw) else {
      return try await visit.refused(stored, .withdraw, viewer)
    }
    return visit.page(WithdrawPage(stored.withdrawal))
  }

  /// Withdraws it.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let stored = try await visit.change(as: viewer) { viewer.mayLead($0) }
    let done = WithdrawalDone(act: "change.withdraw", notice: .changeWithdrawn)
    return try await visit.withdraw(stored.withdrawal, done, as: viewer) { db, change in
      try db.withdrawChange(
        stored.number, expecting: change.version, because: change.act.reason, by: change.act,
        as: viewer)
    }
  }
}

extension StoredChange {
  /// What is asked before it is withdrawn.
  fileprivate var withdrawal: WithdrawPage.Subject {
    WithdrawPage.Subject(
      title: "Withdraw the change", record: "\(label): \(change.title)",
      consequence: "The plan stays as it is. The change stays here with its history.",
      kept: "Every affected party is told.", submit: "Withdraw the change", path: href,
      version: version, area: .changes, trail: trail)
  }
}

extension Visit {
  /// What the form of a proposal needs to know.
  fileprivate func changeSetting(
    _ stored: StoredChange?, _ viewer: Viewer
  ) async throws -> ChangeFormPage.Setting {
    let proposer = stored?.process.proposer ?? viewer.organisation
    return try await store.read(as: viewer) { db in
      ChangeFormPage.Setting(
        parties: try db.parties(as: viewer).filter { $0.id != proposer },
        milestones: try db.milestones(as: viewer).filter { $0.milestone.actual == nil },
        stored: stored)
    }
  }

  /// What was sent, of the form's own names only.
  fileprivate func changeSubmission(
    _ setting: ChangeFormPage.Setting
  ) throws(Refusal) -> ChangeSubmission {
    try form.expecting(ChangeSubmission.names(setting.parties))
    return ChangeSubmission(typed: form.ownValues)
  }

  /// The page of a change that no longer allows what was asked for, with the reason.
  func refused(
    _ stored: StoredChange, _ step: ChangeStep, _ viewer: Viewer
  ) async throws -> Response {
    do throws(Refusal) {
      _ = try stored.process.state.after(step)
    } catch .invalid(let problems) {
      return try await changePage(as: viewer, problems: problems, .conflict)
    }
    return redirect(to: stored.href)
  }
}
