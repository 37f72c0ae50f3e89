import Foundation
import Postgres
import Programme

/// What a proposal moves, with where it stands today and whose it is.
struct ChangeEffects: Sendable {
  var milestones: [(effect: MilestoneShift, party: ID<Organisation>, words: String)] = []
  var benefits: [(effect: BenefitShift, council: ID<Organisation>, words: String)] = []

  /// Whose milestones and benefits are moved: each of them is affected.
  var parties: [ID<Organisation>] { milestones.map(\.party) + benefits.map(\.council) }

  /// The lines of the journal: what moves from where to where.
  var changes: [FieldChange] {
    milestones.map {
      FieldChange(
        field: "milestone.\($0.effect.milestone)", label: $0.words,
        before: $0.effect.from.description, after: $0.effect.to.description)
    }
      + benefits.map {
        FieldChange(
          field: "benefit.\($0.effect.benefit).\($0.effect.field.rawValue)", label: $0.words,
          before: $0.effect.from, after: $0.effect.to)
      }
  }
}

extension Connection {
  /// Looks up where what a proposal moves stands today. Throws ``Refusal/invalid(_:)`` with every
  /// line that names nothing, or moves nothing.
  func changeEffects(of proposal: ChangeProposal, as viewer: Viewer) throws -> ChangeEffects {
    var problems = proposal.problems
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    var effects = ChangeEffects()
    let milestones = try movableMilestones(proposal.milestones.map(\.milestone), as: viewer)
    for line in proposal.milestones {
      guard let found = milestones[line.milestone] else {
        problems.append(.missingMilestone(line))
        continue
      }
      guard found.day != line.to else {
        problems.append(.unmoved(line, found.title))
        continue
      }
      let effect = MilestoneShift(milestone: line.milestone, from: found.day, to: line.to)
      effects.milestones.append((effect, found.party, found.title))
    }
    for line in proposal.benefits {
      switch try benefitShift(of: line, as: viewer) {
      case .success(let benefit): effects.benefits.append(benefit)
      case .failure(let found): problems += found.problems
      }
    }
    problems += effects.repeatedBenefits(proposal.benefits)
    guard problems.isEmpty else { throw Refusal.invalid(problems) }
    return effects
  }

  /// Milestones that are neither achieved nor withdrawn, with the day that is in the plan.
  private func movableMilestones(
    _ ids: [ID<Milestone>], as viewer: Viewer
  ) throws -> [ID<Milestone>: (day: Programme.Day, party: ID<Organisation>, title: String)] {
    let rows = try query(
      """
      SELECT m.id, m.forecast_day, m.organisation_id, o.name || ': ' || m.title
      FROM milestone m JOIN organisation o ON o.id = m.organisation_id
      WHERE m.id = ANY (\(ids.map(\.uuid))) AND m.programme_id = \(viewer.programme.uuid)
        AND m.withdrawn_at IS NULL AND m.actual_day IS NULL
      ORDER BY m.id
      """
    ) { row in
      (
        ID<Milestone>(try row.next()),
        (
          day: try row.day(), party: ID<Organisation>(try row.next()),
          title: try row.next(String.self)
        )
      )
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }

  /// One line of a benefit. Only a published benefit can be named: every party reads the change.
  private func benefitShift(
    of line: ChangeProposal.BenefitLine, as viewer: Viewer
  ) throws -> Result<(BenefitShift, ID<Organisation>, String), ChangeProblems> {
    let parts = line.parts
    let code = parts.code ?? viewer.organisationCode
    let found = try benefits(
      where: """
        b.programme_id = \(viewer.programme.uuid)
          AND b.organisation_id =
            (SELECT o.id FROM organisation o WHERE o.code = \(code?.description ?? ""))
          AND b.reference_order = lower(\(parts.reference)) AND b.visibility = 'published'
          AND b.status <> 'Withdrawn'
        """, as: viewer
    ).first
    guard let found else { return .failure(ChangeProblems([.missingBenefit(line)])) }
    let reading = BenefitShift.read(line.to, line.field, of: found.benefit, id: found.id)
    guard let effect = reading.value else {
      return .failure(ChangeProblems(reading.problems.map { $0.at(.field(line.name)) }))
    }
    let words = "\(found.councilName) \(found.benefit.reference): \(line.field.label)"
    return .success((effect, found.stored.organisation, words))
  }

  /// Writes what a version moves.
  func insert(
    _ effects: ChangeEffects, of process: ChangeProcess, _ id: ID<PlanChange>, as viewer: Viewer
  ) throws {
    let (milestones, benefits) = (effects.milestones.map(\.effect), effects.benefits)
    try execute(
      """
      INSERT INTO plan_change_milestone (change_id, revision, programme_id, organisation_id,
        milestone_id, from_day, to_day)
      SELECT \(id.uuid), \(process.revision), \(viewer.programme.uuid), \(process.proposer.uuid),
        e.id, e.from_day::date, e.to_day::date
      FROM unnest(\(milestones.map(\.milestone.uuid)), \(milestones.map(\.from.description)),
        \(milestones.map(\.to.description))) AS e (id, from_day, to_day)
      """)
    try execute(
      """
      INSERT INTO plan_change_benefit (change_id, revision, programme_id, organisation_id,
        benefit_id, field, before, after)
      SELECT \(id.uuid), \(process.revision), \(viewer.programme.uuid), e.*
      FROM unnest(\(benefits.map(\.council.uuid)), \(benefits.map(\.effect.benefit.uuid)),
        \(benefits.map(\.effect.field.rawValue)), \(benefits.map(\.effect.from)),
        \(benefits.map(\.effect.to))) AS e
      """)
  }
}

/// Why a line cannot be taken.
private struct ChangeProblems: Error {
  let problems: [Problem]

  init(_ problems: [Problem]) { self.problems = problems }
}

extension ChangeEffects {
  /// One field of a benefit cannot move twice.
  fileprivate func repeatedBenefits(_ lines: [ChangeProposal.BenefitLine]) -> [Problem] {
    var seen: Set<String> = []
    let repeated = benefits.filter {
      !seen.insert("\($0.effect.benefit) \($0.effect.field.rawValue)").inserted
    }
    return repeated.map {
      ChangeWrite.problem(
        lines.last?.name ?? "benefits", $0.words, expected: "each of a benefit once",
        "Leave one of the lines.")
    }
  }
}

extension Problem {
  fileprivate static func missingMilestone(_ line: ChangeProposal.MilestoneLine) -> Problem {
    ChangeWrite.problem(
      line.name, "Milestone", expected: "a milestone that is still to be achieved",
      "Choose one from the list.")
  }

  fileprivate static func unmoved(
    _ line: ChangeProposal.MilestoneLine, _ title: String
  ) -> Problem {
    ChangeWrite.problem(
      line.name, title, found: line.to.words, expected: "another day",
      "It is in the plan for that day already.")
  }

  fileprivate static func missingBenefit(_ line: ChangeProposal.BenefitLine) -> Problem {
    ChangeWrite.problem(
      line.name, "Benefit", found: line.reference,
      expected: "a published benefit, as council code and reference",
      "Enter it as S12000040 B014. Only what every party sees can be named in a change.")
  }
}
