import Calculator
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Changing and withdrawing a benefit.
enum BenefitChangeHandlers {
  /// The form that shows the benefit as it stands, or the draft of its change.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, basis) = try await own(visit, viewer)
    let draft = try await visit.draft(of: .benefit(stored.id), as: viewer)
    var setting = BenefitFormPage.Setting.change(
      of: stored, version: stored.stored.version, basis)
    guard visit.continuesDraft, let draft else {
      setting.offer = draft.map { DraftOffer(.benefit(stored.id), $0) }
      return visit.page(
        BenefitFormPage(
          BenefitForm(stored.benefit), problems: [],
          visibility: stored.stored.visibility.rawValue, in: setting))
    }
    setting.version = draft.fields["version"] ?? setting.version
    return visit.page(
      BenefitFormPage(
        BenefitForm(typed: draft.fields), problems: [],
        visibility: draft.fields["visibility"] ?? stored.stored.visibility.rawValue, in: setting))
  }

  /// Changes the benefit, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, basis) = try await own(visit, viewer)
    let sent = try BenefitSubmission(visit.form)
    guard let version = sent.version else { throw Failure(.unprocessableContent) }
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        BenefitFormPage(
          sent.form, problems: problems, visibility: sent.visibility?.rawValue ?? "",
          in: .change(of: stored, version: version, basis)), .unprocessableContent)
    }
    let reading = sent.read(upon: stored.benefit, council: stored.councilName)
    guard let benefit = reading.value, let visibility = sent.visibility else {
      return again(reading.problems)
    }
    let act = visit.act("benefit.change", reason: sent.reason)
    do {
      let changed = try await visit.write(as: viewer, act) { db in
        try db.discardDraft(of: DraftForm.benefit(stored.id).name, as: viewer)
        return try db.changeBenefit(
          stored.id, expecting: version, to: benefit, visibility: visibility, by: act, as: viewer)
      }
      return visit.redirect(
        to: "/benefits/\(stored.id)",
        notice: changed.version == version ? .benefitUnchanged : .benefitChanged,
        of: changed.version == version ? nil : act)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    } catch Refusal.conflict {
      return try await conflict(visit, viewer, sent, benefit)
    }
  }

  /// Both versions side by side; what was typed goes along and can be sent again.
  private static func conflict(
    _ visit: Visit, _ viewer: Viewer, _ sent: BenefitSubmission, _ typed: Benefit
  ) async throws -> Response {
    let id = try visit.id(of: Benefit.self)
    let (theirs, last) = try await visit.store.read(as: viewer) { db in
      guard let benefit = try db.benefit(id, as: viewer) else { throw Refusal.notFound }
      return (benefit, try db.history(of: id, as: viewer).first)
    }
    return visit.page(
      BenefitConflictPage(theirs: theirs, last: last, sent: sent, typed: typed), .conflict)
  }

  /// Asks why a benefit is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, _) = try await own(visit, viewer)
    return visit.page(BenefitWithdrawPage(stored))
  }

  /// Withdraws it: it stays, and counts no longer.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, _) = try await own(visit, viewer)
    try visit.form.expecting(["version", "reason"])
    let reason = visit.form.given("reason") ?? ""
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    func again(_ failure: String) -> Response {
      visit.page(
        BenefitWithdrawPage(stored, reason: reason, failure: failure), .unprocessableContent)
    }
    if let failure = WithdrawalReason.failure(reason) { return again(failure) }
    let act = visit.act("benefit.withdraw", reason: reason)
    do {
      _ = try await visit.write(as: viewer, act) { db in
        try db.withdrawBenefit(
          stored.id, expecting: version, reason: reason, by: act, as: viewer)
      }
    } catch Refusal.conflict {
      return again("Somebody changed the benefit meanwhile. Look at it, then withdraw it again")
    } catch Refusal.invalid(let problems) {
      return again(problems.first?.message ?? "Check the reason")
    }
    return visit.redirect(to: "/benefits/\(stored.id)", notice: .benefitWithdrawn, of: act)
  }

  /// The benefit of the path, which must be the viewer's to change, and what its figures rest on.
  private static func own(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (StoredBenefit, CalculationBasis) {
    let id = try visit.id(of: Benefit.self)
    return try await visit.store.read(as: viewer) { db in
      guard let stored = try db.benefit(id, as: viewer) else { throw Refusal.notFound }
      let owner = stored.stored.organisation
      guard viewer.mayChange(recordsOf: owner) else { throw Refusal.forbidden }
      return (stored, try db.basis(of: owner, as: viewer))
    }
  }
}

/// What a reason for withdrawing must be.
enum WithdrawalReason {
  /// What is wrong with it; nil when it will do.
  static func failure(_ reason: String) -> String? {
    if reason.isEmpty { return "Say why it is withdrawn" }
    if reason.unicodeScalars.count > RecordLimit.titleCharacters {
      return "Say it in at most \(RecordLimit.titleCharacters) characters"
    }
    return reason.unicodeScalars.contains(where: TrimmedText.isControl)
      ? "Type the reason again, without special characters" : nil
  }
}

extension BenefitFormPage.Setting {
  /// For a change of a stored benefit, from the version that was read.
  static func change(
    of stored: StoredBenefit, version: Int, _ basis: CalculationBasis
  ) -> BenefitFormPage.Setting {
    BenefitFormPage.Setting(
      title: "Change \(stored.benefit.reference)", action: "/benefits/\(stored.id)",
      cancelHref: "/benefits/\(stored.id)", version: String(version),
      trail: BenefitDetailPage.trail(of: stored, itself: true), basis: basis,
      asksReason: true, draft: .benefit(stored.id))
  }
}

extension BenefitWithdrawPage {
  init(_ stored: StoredBenefit, reason: String = "", failure: String? = nil) {
    self.init(
      benefit: "\(stored.benefit.reference) \(stored.benefit.title)",
      action: "/benefits/\(stored.id)/withdraw", version: String(stored.stored.version),
      reason: reason, failure: failure, cancelHref: "/benefits/\(stored.id)",
      trail: BenefitDetailPage.trail(of: stored, itself: true))
  }
}

extension BenefitConflictPage {
  /// Their version beside the one that was typed.
  init(theirs: StoredBenefit, last: JournalEntry?, sent: BenefitSubmission, typed: Benefit) {
    reference = theirs.benefit.reference
    meanwhile =
      "\(last?.actorName ?? "Somebody") saved it on \(Shown.moment(theirs.stored.changedAt))."
    rows = typed.changes(since: theirs.benefit).map { change in
      let field = Benefit.Field(rawValue: change.field)
      return Row(
        label: change.label, theirs: BenefitWords.value(change.before, of: field),
        yours: BenefitWords.value(change.after, of: field))
    }
    action = "/benefits/\(theirs.id)"
    version = String(theirs.stored.version)
    let carried = sent.form.typed.filter { $0.key != "version" && !$0.value.isEmpty }
    self.typed = carried.sorted { $0.key < $1.key }.map { HiddenField($0.key, $0.value) }
    keepHref = "/benefits/\(theirs.id)"
    trail = BenefitDetailPage.trail(of: theirs, itself: true)
  }
}

extension BenefitWords {
  /// A canonical text as people read it.
  static func value(_ text: String, of field: Benefit.Field?) -> String {
    guard let field else { return Shown.words(text) }
    return Shown.field(text, kind: field.kind, unit: field.unit)
  }
}
