import Calculator
import Programme
import Store

extension MilestoneDetailPage {
  /// The milestone of that identity with all around it; with what was typed to add a need, and what
  /// stands against it. Throws ``Refusal/notFound``.
  static func load(
    _ id: ID<Milestone>, _ visit: Visit, _ viewer: Viewer, typed: [String: String] = [:],
    problems: [Problem] = []
  ) async throws -> MilestoneDetailPage {
    try await visit.store.read(as: viewer) { db in
      let stored = try db.milestone(id, as: viewer).orNotFound()
      let mayKeep = viewer.mayKeep(recordOf: stored.party) && stored.isPlanned
      return MilestoneDetailPage(
        stored, try db.surroundings(of: id, as: viewer),
        others: mayKeep ? try db.milestones(as: viewer) : [],
        history: try db.history(of: id, as: viewer), today: try db.today(), viewer: viewer,
        typed: typed, found: problems)
    }
  }

  private init(
    _ stored: StoredMilestone, _ around: MilestoneSurroundings, others: [StoredMilestone],
    history: [JournalEntry], today: Day, viewer: Viewer, typed: [String: String],
    found: [Problem]
  ) {
    let milestone = stored.milestone
    let mayKeep = viewer.mayKeep(recordOf: stored.party) && stored.isPlanned
    title = milestone.title
    party = Link(stored.partyName, "/milestones?party=\(stored.party)")
    standing = Tag(stored.standing(around.stuck, today: today))
    facts = MilestoneDetailPage.facts(stored)
    description = milestone.description.isEmpty ? nil : milestone.description
    slipReason = milestone.slipReason.isEmpty ? nil : milestone.slipReason
    stuck = around.stuck[stored.id].map {
      "What it needs comes too late for its forecast. It can be held on \($0.words) at the earliest."
    }
    warning = stored.warning.map { Warning($0, of: stored, mayKeep: mayKeep) }
    main = mayKeep && milestone.actual == nil ? Link("Move the date", "\(stored.path)/move") : nil
    acts = mayKeep ? MilestoneDetailPage.acts(stored, viewer) : []
    needs = around.needs.map { need in
      NeedRow(
        need, day: milestone.day, needed: need.milestone.milestone.day, around.stuck, today,
        removeAction: mayKeep ? "\(stored.path)/needs/remove" : nil)
    }
    neededBy = around.neededBy.map { need in
      NeedRow(
        need, day: need.milestone.milestone.day, needed: milestone.day, around.stuck, today,
        removeAction: nil)
    }
    adding = MilestoneDetailPage.adding(
      others.filter { $0.id != stored.id && $0.milestone.actual == nil }, typed, found)
    needAction = "\(stored.path)/needs"
    benefits = around.benefits.map { waiting in
      BenefitLine(
        benefit: Link("\(waiting.reference) \(waiting.title)", "/benefits/\(waiting.id)"),
        starts: waiting.startYear?.description ?? Shown.unknown)
    }
    moves = around.moves.map(MoveRow.init)
    warnings = around.warnings.filter { $0.settledAt != nil }.map(WarningRow.init)
    self.history = history.map { JournalLine($0, namesRecord: false) }
    problems = found.summary
  }

  private static func facts(_ stored: StoredMilestone) -> [SummaryLine] {
    let milestone = stored.milestone
    let slip = milestone.forecast.days(since: milestone.baseline)
    let note = slip > 0 ? "\(Shown.count(slip, "day")) after the plan" : nil
    return [
      SummaryLine("Planned", milestone.baseline.words),
      SummaryLine("Forecast", milestone.forecast.words, note: note),
      SummaryLine("Achieved", milestone.actual?.words ?? "not yet"),
      SummaryLine("Office", Shown.words(milestone.office)),
      SummaryLine("Owner", stored.owner?.name ?? "nobody yet"),
    ]
  }

  private static func acts(_ stored: StoredMilestone, _ viewer: Viewer) -> [Link] {
    let isAchieved = stored.milestone.actual != nil
    func act(_ text: String, _ verb: String, _ isOffered: Bool = true) -> Link? {
      isOffered ? Link(text, "\(stored.path)/\(verb)") : nil
    }
    return [
      act("Record as achieved", "achieve", !isAchieved),
      act("Warn that it may be late", "warning", !isAchieved), act("Change", "edit"),
      act("Not achieved after all", "reopen", isAchieved),
      act("Change the planned day", "replan", viewer.may(.coordinate)),
      act("Withdraw", "withdraw"),
    ].compactMap(\.self)
  }

  private static func adding(
    _ others: [StoredMilestone], _ typed: [String: String], _ found: [Problem]
  ) -> [FormField] {
    guard !others.isEmpty else { return [] }
    let sorted = others.sorted {
      ($0.partyName, $0.milestone.day) < ($1.partyName, $1.milestone.day)
    }
    let choices = sorted.map { other in
      (
        other.id.description,
        "\(other.partyName): \(other.milestone.title), \(other.milestone.day.words)"
      )
    }
    return [
      .list(
        "needs", "Add what it needs", [("", "Choose a milestone")] + choices,
        chosen: typed["needs"] ?? "", error: found.message(at: "needs")),
      FormField(
        "lagDays", "Days between", .line(width: "govuk-input--width-4"),
        value: typed["lagDays"] ?? "0", error: found.message(at: "lagDays")),
    ]
  }
}
