import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The measures of a benefit: list, add, change, withdraw.
enum MeasureHandlers {
  /// Everything that is measured of a benefit.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(MeasureListPage(try await visit.measured(viewer), viewer: viewer))
  }

  /// The same rows as a table for other programs.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try await visit.table(Exchange.Table(try await visit.measured(viewer)), named: "measures")
  }

  /// The form for a new measure.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let measured = try await visit.ownMeasured(viewer)
    return visit.page(MeasureFormPage(MeasureForm(), at: MeasurePlace(measured.benefit)))
  }

  /// Adds a measure.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let benefit = try await visit.ownMeasured(viewer).benefit
    let form = try MeasureForm(visit.form)
    func again(_ problems: [Problem]) -> Response {
      visit.page(
        MeasureFormPage(form, at: MeasurePlace(benefit), problems: problems),
        .unprocessableContent)
    }
    let reading = form.reading
    guard let measure = reading.value else { return again(reading.problems) }
    let act = visit.act("measure.add")
    do {
      let id = try await visit.write(as: viewer, act) { db in
        try db.addMeasure(measure, to: benefit.id, by: act, as: viewer)
      }
      return visit.redirect(
        to: "/benefits/\(benefit.id)/measures/\(id)", notice: .measureAdded)
    } catch Refusal.invalid(let problems) {
      return again(problems)
    }
  }

  /// The form that shows a measure as it stands.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (measured, measure) = try await own(visit, viewer)
    return visit.page(
      MeasureFormPage(
        MeasureForm(measure.measure), at: MeasurePlace(measured[measure]),
        version: measure.stored.version))
  }

  /// Changes a measure, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (measured, measure) = try await own(visit, viewer)
    let place = MeasurePlace(measured[measure])
    let form = try MeasureForm(visit.form)
    guard let version = form.version else { throw Failure(.unprocessableContent) }
    func again(
      _ problems: [Problem], _ version: Int, _ status: HTTPResponse.Status = .unprocessableContent
    ) -> Response {
      visit.page(
        MeasureFormPage(form, at: place, version: version, problems: problems), status)
    }
    let reading = form.reading
    guard let changed = reading.value else { return again(reading.problems, version) }
    let act = visit.act("measure.change", reason: form.reason)
    do {
      try await visit.write(as: viewer, act) { db in
        try db.changeMeasure(
          measure.id, of: measured.benefit.id, expecting: version, to: changed, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return again(problems, version)
    } catch Refusal.conflict(let current) {
      return again(MeasureHandlers.differences(measure.measure, changed), current, .conflict)
    }
    return visit.redirect(to: place.path, notice: .measureChanged)
  }

  /// What somebody else saved meanwhile, at each field that differs from what was typed.
  private static func differences(_ theirs: Measure, _ typed: Measure) -> [Problem] {
    typed.changes(since: theirs).map { change in
      let name =
        change.field == Measure.Field.targets.rawValue
        ? MeasureForm.dayName(1) : change.field
      return Problem(
        .error, at: .field(name), subject: change.label, found: "", expected: "",
        mend: "\(change.label): somebody else saved “\(Shown.words(change.before))” meanwhile. "
          + "Save again to let yours stand.")
    }
  }

  /// Asks why a measure is withdrawn.
  static func confirmWithdrawal(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (measured, measure) = try await own(visit, viewer)
    return visit.page(WithdrawPage(.withdrawing(measured, measure)))
  }

  /// Withdraws it: its values stay, and no more come in.
  static func withdraw(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (measured, measure) = try await own(visit, viewer)
    let done = WithdrawalDone(act: "measure.withdraw", notice: .measureWithdrawn)
    let benefit = measured.benefit.id
    return try await visit.withdraw(.withdrawing(measured, measure), done, as: viewer) {
      db, change in
      try db.withdrawMeasure(
        measure.id, of: benefit, expecting: change.version, by: change.act, as: viewer)
    }
  }

  /// The measure of the path, which must be the viewer's to change.
  private static func own(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (BenefitSeries, StoredMeasure) {
    let measured = try await visit.ownMeasured(viewer)
    let id = try visit.id("measure", of: Measure.self)
    guard let measure = measured.measures.first(where: { $0.id == id }) else {
      throw Refusal.notFound
    }
    return (measured, measure)
  }
}

extension Visit {
  /// Everything that is measured of the benefit of the path.
  func measured(_ viewer: Viewer) async throws -> BenefitSeries {
    let benefit = try id(of: Benefit.self)
    return try await store.read(as: viewer) { db in
      guard let measured = try db.series(of: benefit, as: viewer) else { throw Refusal.notFound }
      return measured
    }
  }

  /// The same of a benefit that must be the viewer's to change.
  func ownMeasured(_ viewer: Viewer) async throws -> BenefitSeries {
    let measured = try await measured(viewer)
    guard viewer.mayChange(recordsOf: measured.benefit.stored.organisation) else {
      throw Refusal.forbidden
    }
    return measured
  }
}

extension WithdrawPage.Subject {
  /// The question whether a measure of a benefit is withdrawn.
  static func withdrawing(
    _ measured: BenefitSeries, _ measure: StoredMeasure
  ) -> WithdrawPage.Subject {
    let place = MeasurePlace(measured[measure])
    return WithdrawPage.Subject(
      title: "Withdraw a measure", record: place.title,
      consequence: "Its values stay and are still shown. No more come in.",
      question: "Why is it no longer measured?",
      kept: "Kept with the measure and shown on its page.", submit: "Withdraw measure",
      path: place.path, version: measure.stored.version, trail: place.trail)
  }
}
