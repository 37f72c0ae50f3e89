import Calculator
import Foundation
import Programme

extension Store {
  /// Adds reviews, hand-overs, shared sources and checks to the demonstration's registers, from the
  /// text of `Seed/living-register.json`, by the same functions as people do. Safe to repeat: once
  /// there is a review, nothing is added. Throws ``StoreError`` or a `PostgresError`.
  public func seedLivingRegister(_ text: String) async throws {
    let living = try LivingRegister(json: text)
    guard let first = living.reviews.first else { return }
    guard try await !isReviewed(first.council, first.reference) else { return }
    for entry in living.benefits { try await seed(entry) }
    for look in living.reviews { try await seed(look) }
    for source in living.sources { try await seed(source) }
    for check in living.checks { try await seed(check) }
    for payer in living.payers {
      try await seed(payer.council, "check.change") { db, act, viewer in
        let benefit = try db.seeded(payer.reference ?? "", as: viewer)
        try db.saveCheck(
          BenefitCheck.seeded(payer.fields), of: benefit.id, expecting: 0, by: act, as: viewer)
      }
    }
  }

  private func isReviewed(_ council: String, _ reference: String) async throws -> Bool {
    try await seed(council, "benefit.review") { db, _, viewer in
      let benefit = try db.seeded(reference, as: viewer)
      return try !db.reviews(of: benefit.id, as: viewer).isEmpty
    }
  }

  private func seed(_ entry: LivingRegister.Entry) async throws {
    try await seed(entry.council, "benefit.add") { db, act, viewer in
      var benefit = try Benefit.seeded(entry.fields)
      benefit.council = viewer.organisationName
      _ = try db.addBenefit(
        benefit, to: viewer.organisation, visibility: .published, by: act, as: viewer)
    }
  }

  private func seed(_ look: LivingRegister.Look) async throws {
    try await seed(look.council, "benefit.review") { db, act, viewer in
      let benefit = try db.seeded(look.reference, as: viewer)
      let day = try db.today().adding(months: -look.monthsAgo)
      let review = try Review.seeded([
        "reviewedOn": day?.description ?? "", "reviewer": look.reviewer, "finding": look.finding,
        "confidence": look.confidence, "decision": look.decision, "schedule": look.schedule,
        "newOwner": look.newOwner ?? "",
      ])
      _ = try db.addReview(
        review, of: benefit.id, expecting: benefit.version, by: act, as: viewer)
      if let how = look.accepted {
        try db.acceptHandover(note: how, of: benefit.id, by: act, as: viewer)
      }
      guard let change = look.change else { return }
      let reviewed = try db.seeded(look.reference, as: viewer)
      let texts = Dictionary(
        uniqueKeysWithValues: reviewed.noun.texts.map { ($0.key.rawValue, $0.value) })
      var changed = try Benefit.seeded(texts.merging(change) { $1 })
      changed.criteria = reviewed.noun.criteria
      changed.additional = reviewed.noun.additional
      try db.changeBenefit(
        benefit.id, expecting: reviewed.version, to: changed, visibility: reviewed.visibility,
        by: Act(name: "benefit.change", requestID: "seed", reason: review.finding), as: viewer)
    }
  }

  private func seed(_ source: LivingRegister.Source) async throws {
    let id = try await seed(source.council, "source.add") { db, act, viewer in
      try db.addSource(
        SharedSource.seeded(source.fields), visibility: .published, by: act, as: viewer)
    }
    for share in source.shares {
      try await seed(share.council, "share.change") { db, act, viewer in
        let benefit = try db.seeded(share.reference, as: viewer)
        try db.setShare(
          SourceShare.read(share.share, note: share.note).value, of: id, in: benefit.id, by: act,
          as: viewer)
      }
    }
  }

  private func seed(_ check: LivingRegister.Check) async throws {
    try await seed(check.council, "check.change") { db, act, viewer in
      let benefit = try db.seeded(check.reference, as: viewer)
      let measure = try db.addMeasure(
        Measure.seeded(check.measure), to: benefit.id, by: act, as: viewer)
      let values = check.actuals.compactMap { period, actual -> PeriodValueChange? in
        guard let span = PeriodSpan(text: period) else { return nil }
        var value = PeriodValue(span)
        value.actual = Exact(text: actual)
        return PeriodValueChange(value, upon: 0)
      }
      try db.savePeriodValues(values, of: measure, in: benefit.id, by: act, as: viewer)
      let named = try BenefitCheck.seeded(
        check.fields.merging(["measure": measure.description]) { $1 })
      try db.saveCheck(named, of: benefit.id, expecting: 0, by: act, as: viewer)
    }
  }

  /// One act of the seed, as an officer of a council.
  private func seed<T: Sendable>(
    _ council: String, _ name: String,
    _ body: @Sendable @escaping (isolated Database, Act, Viewer) throws -> T
  ) async throws -> T {
    guard let code = CouncilCode(text: council), let viewer = try await operatorViewer(for: code)
    else { throw StoreError.inconsistent("\(council) does not take part") }
    let act = Act(name: name, requestID: "seed")
    return try await write(as: viewer, act) { db in try body(db, act, viewer) }
  }
}

extension Database {
  /// A benefit of the viewer's own register by its reference.
  fileprivate func seeded(_ reference: String, as viewer: Viewer) throws -> Stored<Benefit> {
    let own = try benefits(of: viewer.organisation, as: viewer)
    guard let benefit = own.first(where: { $0.benefit.reference == reference }) else {
      throw StoreError.inconsistent("\(viewer.organisationName) has no benefit \(reference)")
    }
    return benefit.stored
  }
}
