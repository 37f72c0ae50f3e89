import Calculator
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The checks of one benefit.
enum CheckHandlers {
  /// What keeps the benefit honest.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    visit.page(ChecksPage(try await honesty(visit, viewer), viewer: viewer))
  }

  /// The form for payer and measure.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (benefit, known) = try await visit.checkForm(as: viewer)
    return visit.page(
      CheckFormPage(
        benefit, RecordForm(known.check.check), version: known.check.version,
        measures: known.measures))
  }

  /// Saves payer and measure, unless somebody else did meanwhile.
  static func save(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (benefit, known) = try await visit.checkForm(as: viewer)
    var form = try RecordForm<BenefitCheck>(visit.form, besides: ["version"])
    guard let version = visit.form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    func again(_ problems: [Problem]) -> Response {
      form.problems = problems
      return visit.page(
        CheckFormPage(benefit, form, version: version, measures: known.measures),
        .unprocessableContent)
    }
    let reading = form.reading
    guard let check = reading.value else { return again(reading.problems) }
    let act = visit.act("check.change")
    do {
      try await visit.write(as: viewer, act) { db in
        try db.saveCheck(check, of: benefit.id, expecting: version, by: act, as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return again(problems)
    } catch Refusal.conflict {
      let (benefit, now) = try await visit.checkForm(as: viewer)
      return visit.page(
        CheckFormPage(
          benefit, form, version: now.check.version, measures: now.measures,
          theirs: now.check.check), .conflict)
    }
    return visit.redirect(to: "/benefits/\(benefit.id)/checks", notice: .checkSaved)
  }

  /// Sets the share of a source that the benefit claims, or takes it off.
  static func share(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (benefit, _) = try await visit.ownBenefit(as: viewer) { _, _ in }
    try visit.form.expecting(["source", "share", "note", "remove"])
    let isRemoval = visit.form.given("remove") != nil
    let reading = SourceShare.read(
      visit.form["share"] ?? "", note: visit.form["note"] ?? "")
    var problems = isRemoval ? [] : reading.problems
    let source = visit.form.given("source").flatMap { ID<SharedSource>(text: $0) }
    if source == nil {
      problems.insert(
        Problem(
          .error, at: .field("source"), subject: "Shared source", found: "", expected: "a source",
          mend: "Choose the source."), at: 0)
    }
    guard problems.isEmpty, let source else {
      let page = ChecksPage(
        try await honesty(visit, viewer), viewer: viewer, typed: visit.form.typed,
        found: problems)
      return visit.page(page, .unprocessableContent)
    }
    let act = visit.act(isRemoval ? "share.remove" : "share.change")
    let share = isRemoval ? nil : reading.value
    try await visit.write(as: viewer, act) { db in
      try db.setShare(share, of: source, in: benefit.id, by: act, as: viewer)
    }
    return visit.redirect(
      to: "/benefits/\(benefit.id)/checks", notice: isRemoval ? .shareRemoved : .shareSaved)
  }

  private static func honesty(_ visit: Visit, _ viewer: Viewer) async throws -> BenefitHonesty {
    let id = try visit.id(of: Benefit.self)
    return try await visit.store.read(as: viewer) { db in
      guard let benefit = try db.benefit(id, as: viewer) else { throw Refusal.notFound }
      let candidates = try db.duplicateCandidates(near: id, as: viewer)
      let pairs = DuplicateSearch.pairs(candidates).filter {
        $0.first.id == id || $0.second.id == id
      }
      var about = try db.honesty(of: benefit, as: viewer)
      about.sources = try db.sharedSources(as: viewer)
      about.pairs = DuplicatesFound(pairs, try db.duplicateDismissals(as: viewer)).open
      return about
    }
  }
}

extension Database {
  /// What is said of a benefit, without what it is compared with or could draw on.
  func honesty(of benefit: StoredBenefit, as viewer: Viewer) throws -> BenefitHonesty {
    let shares = try shares(of: benefit.id, as: viewer)
    return BenefitHonesty(
      benefit: benefit, shares: shares,
      sources: try shares.compactMap { try sharedSource($0.source, as: viewer) },
      check: try check(of: benefit.id, as: viewer))
  }
}

extension Submission {
  /// What was sent, by name.
  var typed: [String: String] {
    Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }
}

extension Visit {
  /// The benefit of the path with what is said of it and the measures that it can name.
  fileprivate func checkForm(
    as viewer: Viewer
  ) async throws -> (StoredBenefit, (check: StoredCheck, measures: [CheckedMeasure])) {
    try await ownBenefit(as: viewer) { db, benefit in
      (
        try db.check(of: benefit.id, as: viewer),
        try db.checkableMeasures(of: benefit.stored.organisation, as: viewer)
      )
    }
  }
}
