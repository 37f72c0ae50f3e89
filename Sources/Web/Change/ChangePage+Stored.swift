import Calculator
import Foundation
import Programme
import Store

extension ChangePage {
  /// The page of a change as the viewer sees it.
  init(
    _ stored: StoredChange, delegation: ChangeDelegation?, viewer: Viewer, problems: [Problem] = []
  ) {
    let change = stored.change
    title = change.title
    caption = "\(stored.label), proposed by \(stored.proposerName)"
    state = Tag(stored.process.state, outcome: stored.decision?.decision.outcome)
    facts = ChangePage.facts(stored, delegation)
    waiting = Waiting(stored)
    lead = ChangePage.lead(stored)
    tally = PlanChangeWords.tally(stored.process.tally(today: stored.today))
    let actions = ChangeActions(stored, viewer)
    action = actions.main
    self.actions = actions.others
    chaseAction = actions.mayChase ? "\(stored.href)/chase" : nil
    version = String(stored.version)
    parties = stored.parties.map { Party($0, of: stored, viewer) }
    (from, to, reason) = (change.before, change.after, change.reason)
    effects = ChangePage.effects(change)
    milestones = (stored.current?.milestones ?? []).map { MilestoneLine($0, of: stored) }
    benefits = (stored.current?.benefits ?? []).map(BenefitLine.init)
    planHref = milestones.isEmpty && benefits.isEmpty ? nil : "\(stored.href)/plan"
    decision = stored.decision.map { Decision($0, of: stored) }
    story = stored.story
    revisions = ChangePage.revisions(stored)
    self.problems = problems.map { PageProblem($0) }
  }

  private static func facts(
    _ stored: StoredChange, _ delegation: ChangeDelegation?
  ) -> [SummaryLine] {
    let change = stored.change
    let count = stored.process.revision
    return [
      SummaryLine("Version", count == 1 ? "1, as proposed" : "\(count)"),
      SummaryLine("Positions by", change.positionsDue.words),
      SummaryLine("Acknowledgement by", change.acknowledgementDue.words),
      SummaryLine(
        "Who decides", stored.authorityWords, note: stored.limitWords(delegation)),
      SummaryLine("Effect on cost", PlanChangeWords.cost(change.onCost)),
    ]
  }

  private static func effects(_ change: PlanChange) -> [SummaryLine] {
    let labels = ["Dates", "Benefits", "Other parties"]
    let texts = zip(labels, [change.onDates, change.onBenefits, change.onParties])
    return texts.map { SummaryLine($0.0, $0.1.isEmpty ? "none stated" : $0.1) }
      + [SummaryLine("Cost", PlanChangeWords.cost(change.onCost))]
  }

  /// What comes next where nobody has to say anything.
  private static func lead(_ stored: StoredChange) -> String? {
    switch stored.process.state {
    case .proposed, .negotiating:
      stored.process.silent.isEmpty
        ? "Every party has answered. It waits for the decision: \(stored.authorityWords.lowercasedFirst)."
        : nil
    case .agreed, .rejected: "It is decided. The affected parties are to be told next."
    case .withdrawn: "It was withdrawn: \(stored.withdrawnReason)"
    case .communicated: nil
    case .acknowledged: "Closed: every affected party has acknowledged the decision."
    }
  }

  private static func revisions(_ stored: StoredChange) -> [Revision] {
    guard stored.revisions.count > 1 else { return [] }
    return zip(stored.revisions, [nil] + stored.revisions.map(Optional.some)).reversed().map {
      Revision($0, since: $1)
    }
  }
}

extension StoredChange {
  /// Up to what cost may be decided, in words; nil for the steering board.
  func limitWords(_ delegation: ChangeDelegation?) -> String? {
    let needsMaker = change.authority == .party && process.state.isOpen
    guard let delegation = decision?.delegation ?? delegation
    else { return needsMaker ? "No key decision maker named" : nil }
    let limit = delegation.limit.map { "up to \(Shown.money($0))" } ?? "no limit on record"
    return "\(delegation.holder), \(limit)"
  }
}

extension String {
  /// The text within a sentence.
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

extension ChangePage.Waiting {
  /// Nil when nobody has anything to say.
  fileprivate init?(_ stored: StoredChange) {
    let silent = Set(stored.process.silent.map(\.id))
    let names = stored.parties.filter { silent.contains($0.id) }.map(\.name)
    guard !names.isEmpty else { return nil }
    let what = stored.process.state.isOpen ? "A position" : "An acknowledgement"
    words =
      "\(what) is still missing from \(names.count) of "
      + "\(Shown.count(stored.parties.count, "party", "parties"))"
    self.names = PlanChangeWords.names(names, most: 6)
    let due =
      stored.process.state.isOpen
      ? stored.change.positionsDue : stored.change.acknowledgementDue
    let days = stored.today.days(since: due)
    deemed =
      days > 0
      ? "The deadline passed \(Shown.count(days, "day")) ago. The silent are deemed, which is never "
        + "counted as agreement." : nil
  }
}

extension ChangePage.Party {
  fileprivate init(_ row: ChangePartyRow, of stored: StoredChange, _ viewer: Viewer) {
    let process = stored.process
    let party = ChangeProcess.Party(
      id: row.id, position: row.position?.position,
      acknowledgement: row.acknowledgement?.acknowledgement)
    name = row.name
    position = Tag(process.position(of: party, today: stored.today))
    words = row.position?.position.words ?? ""
    instead = row.position.flatMap { $0.position.instead.isEmpty ? nil : $0.position.instead }
    days = row.position.map { stored.dayWords($0) } ?? []
    said =
      row.position.map { "\($0.takenBy), \(Shown.moment($0.takenAt))\($0.receivedWords)" } ?? ""
    acknowledgement = Tag(process.acknowledgement(of: party, today: stored.today))
    acknowledged = row.acknowledgement.map(\.words) ?? ""
    chased = row.chasedAt.map { "Reminded \(Shown.moment($0))" }
    let adopts = process.state.isOpen && viewer.mayLead(process)
    adopt = row.position.flatMap { position in
      adopts && position.position.answer == .counter
        ? ChangePage.Adoption(
          action: "\(stored.href)/adopt", position: position.id.description,
          version: String(stored.version), party: row.name) : nil
    }
    recordHref = stored.recordHref(for: row.id, viewer)
  }
}

extension StoredPosition {
  /// How the party told it, where somebody else recorded it.
  fileprivate var receivedWords: String {
    position.received.isEmpty ? "" : ", recorded for them: \(position.received)"
  }
}

extension StoredAcknowledgement {
  /// "Anne Smith, 3 May 2027, 9:05 am: We have moved our training".
  fileprivate var words: String {
    let note = acknowledgement.words.isEmpty ? "" : ": \(acknowledgement.words)"
    let received =
      acknowledgement.received.isEmpty ? "" : ", recorded for them: \(acknowledgement.received)"
    return "\(acknowledgement.by), \(Shown.moment(at))\(received)\(note)"
  }
}

extension StoredChange {
  /// The days that a counter-proposal has, in words.
  fileprivate func dayWords(_ position: StoredPosition) -> [String] {
    (current?.milestones ?? []).compactMap { shift in
      position.days[shift.effect.milestone].map { "\(shift.title): \($0.words)" }
    }
  }

  /// Where the co-ordinator records what another party said in another way.
  fileprivate func recordHref(for party: ID<Organisation>, _ viewer: Viewer) -> String? {
    guard viewer.may(.coordinate), viewer.recordsForOthers(party) else { return nil }
    let address: String
    switch process.state {
    case .proposed, .negotiating: address = "position"
    case .communicated where process.silent.contains { $0.id == party }: address = "acknowledge"
    default: return nil
    }
    return Address("\(href)/\(address)").with("party", party.description).text
  }
}
