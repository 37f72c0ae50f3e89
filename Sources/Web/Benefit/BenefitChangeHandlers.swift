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
      ConflictPage(theirs: theirs, last: last, sent: sent, typed: typed), .conflict)
  }

  /// Asks why a benefit is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, _) = try await own(visit, viewer)
    return visit.page(WithdrawPage(.withdrawing(stored)))
  }

  /// Withdraws it: it stays, and counts no longer.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, _) = try await own(visit, viewer)
    let done = WithdrawalDone(
      act: "benefit.withdraw", notice: .benefitWithdrawn, offersUndo: true)
    return try await visit.withdraw(.withdrawing(stored), done, as: viewer) { db, change in
      _ = try db.withdrawBenefit(
        stored.id, expecting: change.version, reason: change.act.reason, by: change.act,
        as: viewer)
    }
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

extension WithdrawPage.Subject {
  /// The question whether a benefit is withdrawn.
  static func withdrawing(_ stored: StoredBenefit) -> WithdrawPage.Subject {
    WithdrawPage.Subject(
      title: "Withdraw a benefit", record: "\(stored.benefit.reference) \(stored.benefit.title)",
      consequence: "It leaves every total but stays in the register with its history.",
      kept: "Kept with the benefit and shown in its history.", submit: "Withdraw benefit",
      path: "/benefits/\(stored.id)", version: stored.stored.version,
      trail: BenefitDetailPage.trail(of: stored, itself: true))
  }
}

extension ConflictPage {
  /// Their version beside the one that was typed.
  init(theirs: StoredBenefit, last: JournalEntry?, sent: BenefitSubmission, typed: Benefit) {
    self.init(
      Subject(
        noun: "benefit", reference: theirs.benefit.reference, path: "/benefits/\(theirs.id)",
        trail: BenefitDetailPage.trail(of: theirs, itself: true)),
      theirs: theirs.stored, last: last,
      rows: Row.rows(typed.changes(since: theirs.benefit)) { field, text in
        BenefitWords.value(text, of: Benefit.Field(rawValue: field))
      }, typed: sent.form.typed)
  }
}

extension BenefitWords {
  /// A canonical text as people read it.
  static func value(_ text: String, of field: Benefit.Field?) -> String {
    guard let field else { return Shown.words(text) }
    return Shown.field(text, kind: field.kind, unit: field.unit)
  }
}
