import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The benefits register: list, one benefit, and its changes.
enum BenefitHandlers {
  /// The list that the address asks for.
  static func list(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let filter = try BenefitFilter(visit.query)
    let page = try await visit.store.benefits(filter, as: viewer)
    let choices = try await visit.services.choices.choices(for: viewer, from: visit.store)
    return visit.page(
      BenefitListPage(page, choices: choices, filter: filter, viewer: viewer))
  }

  /// The same rows as a table for other programs, all pages of them.
  static func table(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    var filter = try BenefitFilter(visit.query)
    filter.after = nil
    filter.limit = BenefitFilter.limitMaximum
    let first = filter
    let rows = try await visit.store.read(as: viewer) { db in
      try db.everyRow(of: first, as: viewer)
    }
    return try await visit.table(Exchange.Table(rows, first), named: "benefits")
  }

  /// One benefit with its working, history and neighbours.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let id = try visit.id(of: Benefit.self)
    let page = try await visit.store.read(as: viewer) { db in
      guard let money = try db.series(of: id, as: viewer)?[nil],
        let register = try db.register(around: money.benefit, as: viewer)
      else { throw Refusal.notFound }
      return BenefitDetailPage(
        money, in: register, history: try db.history(of: id, as: viewer),
        neighbours: try db.neighbours(of: money.benefit, as: viewer),
        costs: try db.costs(of: money.benefit, as: viewer),
        milestones: try db.milestones(of: id, as: viewer),
        issues: try db.issues(about: id.uuid, as: viewer),
        honesty: try db.honesty(of: money.benefit, as: viewer),
        standing: try db.approvalStanding(of: id, as: viewer),
        adoption: try db.adoption(of: id, as: viewer), today: try db.today(), viewer: viewer)
    }
    return visit.page(page)
  }

  /// The form for a new benefit: empty, or filled from a pattern, another benefit or a draft.
  static func new(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let start = try await visit.start(as: viewer)
    let basis = try await visit.basis(as: viewer)
    var setting = BenefitFormPage.Setting.new(basis, pattern: start.pattern)
    setting.note = start.note
    setting.offer = start.offer
    return visit.page(
      BenefitFormPage(start.form, problems: [], visibility: start.visibility, in: setting))
  }

  /// What comes of a benefit as far as it is typed; nothing is stored.
  static func figures(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try BenefitSubmission(visit.form)
    let basis = try await visit.basis(as: viewer)
    return visit.fragment("benefit/form-figures", from: BenefitFormFigures(sent.form, basis))
  }

  /// Records a new benefit of the viewer's own organisation.
  static func create(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let sent = try BenefitSubmission(visit.form)
    let pattern = try await visit.pattern(sent.pattern, as: viewer)
    let reading = sent.read(upon: nil, council: viewer.organisationName)
    let problems = reading.problems + sent.problems(ofPattern: pattern)
    guard let benefit = reading.value, let visibility = sent.visibility, sent.names(pattern)
    else { return try await again(visit, viewer, sent, problems, pattern) }
    let act = visit.act("benefit.add", reason: sent.reason)
    do {
      let id = try await visit.write(as: viewer, act) { db in
        try db.discardDraft(of: DraftForm.newBenefit.name, as: viewer)
        return try db.addBenefit(
          benefit, to: viewer.organisation, visibility: visibility, adopting: pattern, by: act,
          as: viewer)
      }
      return visit.redirect(to: "/benefits/\(id)", notice: .benefitAdded, of: act)
    } catch Refusal.invalid(let problems) {
      return try await again(visit, viewer, sent, problems, pattern)
    }
  }

  /// The form for a new benefit once more, with what was typed and everything against it.
  private static func again(
    _ visit: Visit, _ viewer: Viewer, _ sent: BenefitSubmission, _ problems: [Problem],
    _ pattern: Pattern?
  ) async throws -> Response {
    let basis = try await visit.basis(as: viewer)
    return visit.page(
      BenefitFormPage(
        sent.form, problems: problems, visibility: sent.visibility?.rawValue ?? "",
        in: .new(basis, pattern: pattern)), .unprocessableContent)
  }
}

extension Visit {
  /// What benefits of the viewer's own council rest on.
  func basis(as viewer: Viewer) async throws -> CalculationBasis {
    try await store.read(as: viewer) { db in try db.basis(of: viewer.organisation, as: viewer) }
  }
}

extension BenefitFormPage.Setting {
  /// For a new benefit.
  static func new(_ basis: CalculationBasis, pattern: Pattern?) -> BenefitFormPage.Setting {
    BenefitFormPage.Setting(
      title: "Record a benefit", action: "/benefits", cancelHref: "/benefits",
      trail: [Link("Benefits", "/benefits")], basis: basis,
      note: pattern.map(BenefitFormPage.Note.of), pattern: pattern)
  }
}

extension Database {
  /// Every row of a list, page after page.
  func everyRow(of filter: BenefitFilter, as viewer: Viewer) throws -> [BenefitRow] {
    var filter = filter
    var rows: [BenefitRow] = []
    while true {
      let page = try benefits(filter, as: viewer)
      rows += page.rows
      guard let next = page.next else { return rows }
      filter.after = next
    }
  }
}
