import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Adds a benefit to a council's register and returns its identity; a blank reference is given the
  /// next number. Throws ``Refusal/forbidden`` for another council's, ``Refusal/invalid(_:)`` when
  /// the reference is taken or the register is full.
  public func addBenefit(
    _ benefit: Benefit, to organisation: ID<Organisation>, visibility: Visibility,
    adopting pattern: Pattern? = nil, by act: Act, as viewer: Viewer
  ) throws -> ID<Benefit> {
    let new = NewBenefit(benefit, visibility: visibility, pattern: pattern)
    let place = Problem.Place.field(Benefit.Field.reference.rawValue)
    let added = try addBenefits([new], to: organisation, at: { _ in place }, by: act, as: viewer)
    guard let id = added.first else { throw StoreError.inconsistent("a benefit was not added") }
    return id
  }

  /// Adds benefits as one act, all or none, with the measures that their patterns suggest, and returns their identities in their order. A problem
  /// with the reference of one stands where `place` says. Throws as
  /// ``addBenefit(_:to:visibility:adopting:by:as:)`` does.
  public func addBenefits(
    _ news: [NewBenefit], to organisation: ID<Organisation>, at place: (Int) -> Problem.Place,
    by act: Act, as viewer: Viewer
  ) throws -> [ID<Benefit>] {
    let head = try lockRegister(of: organisation, as: viewer)
    let news = try numbered(news, in: organisation, as: viewer)
    let problems = try takenReferences(
      news.map(\.benefit.reference), in: organisation, at: place, as: viewer)
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    let drafts = zip(news, head.figures(of: news.map(\.benefit))).map { new, figures in
      BenefitDraft(
        id: .random(), visibility: new.visibility, version: 1, benefit: new.benefit,
        figures: figures)
    }
    try insert(drafts, into: head, as: viewer)
    let patterns = news.map(\.pattern)
    try insertAdoptions(
      zip(drafts, patterns).compactMap { draft, pattern in
        pattern.map { (draft.id, Adoption(of: $0)) }
      }, of: organisation, as: viewer)
    try renewTotals(of: organisation, as: viewer)
    try record(
      zip(drafts, patterns).map { draft, pattern in draft.journal(since: nil, pattern: pattern) },
      of: organisation, named: head.organisationName, by: act, as: viewer)
    for (draft, pattern) in zip(drafts, patterns) {
      for measure in pattern?.measures.compactMap(\.measure) ?? [] {
        _ = try addMeasure(measure, to: draft.id, by: act, as: viewer)
      }
    }
    return drafts.map(\.id)
  }

  /// Gives those without a reference the numbers after the highest one.
  private func numbered(
    _ news: [NewBenefit], in organisation: ID<Organisation>, as viewer: Viewer
  ) throws -> [NewBenefit] {
    guard news.contains(where: \.benefit.reference.isEmpty) else { return news }
    let given = news.compactMap { BenefitReference.number($0.benefit.reference) }.max() ?? 0
    var next = max(try nextReferenceNumber(in: organisation, as: viewer), given + 1)
    return news.map { new in
      guard new.benefit.reference.isEmpty else { return new }
      var named = new
      named.benefit.reference = BenefitReference.text(next)
      next += 1
      return named
    }
  }

  /// What stands against references: each that another benefit has, stored or before it in the list.
  public func takenReferences(
    _ references: [String], in organisation: ID<Organisation>, at place: (Int) -> Problem.Place,
    as viewer: Viewer
  ) throws -> [Problem] {
    let stored = try query(
      """
      SELECT reference_order, title FROM benefit
      WHERE programme_id = \(viewer.programme.uuid) AND organisation_id = \(organisation.uuid)
        AND reference_order = ANY (SELECT lower(r) FROM unnest(\(references)) r)
        AND removed_at IS NULL
      """
    ) { row in (try row.next(String.self), "“\(try row.next(String.self))”") }
    var owners = Dictionary(stored, uniquingKeysWith: { first, _ in first })
    var problems: [Problem] = []
    for (number, reference) in references.enumerated() where !reference.isEmpty {
      if let owner = owners[reference.lowercased()] {
        problems.append(.takenReference(reference, by: owner).at(place(number)))
      } else {
        owners[reference.lowercased()] = "Row \(number + 1)"
      }
    }
    return problems
  }
}

extension Problem {
  /// That another benefit has a reference already.
  static func takenReference(_ reference: String, by owner: String) -> Problem {
    Problem(
      .error, at: .field(Benefit.Field.reference.rawValue), subject: "Reference",
      found: reference, expected: "a reference that no other benefit has",
      mend: "\(owner) has it; choose another.")
  }
}

extension BenefitDraft {
  /// The entry that says what changes, with the pattern that a new benefit was made from.
  func journal(since earlier: Stored<Benefit>?, pattern: Pattern?) -> JournalDraft {
    var entry = journal(since: earlier)
    if let pattern {
      entry.changes.append(
        FieldChange(
          field: "pattern", label: "Made from the pattern", before: "",
          after: "\(pattern.title), edition \(pattern.edition)"))
    }
    return entry
  }
}
