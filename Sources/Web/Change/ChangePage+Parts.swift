import Calculator
import Foundation
import Programme
import Store

extension ChangePage.MilestoneLine {
  init(_ shift: StoredMilestoneShift, of stored: StoredChange) {
    href = "/milestones/\(shift.effect.milestone)"
    title = shift.title
    party = shift.partyName
    from = shift.effect.from.words
    to = shift.effect.to.words
    now = shift.isOpen ? shift.now.words : "\(shift.now.words), closed"
    isOverrun = stored.process.state.isOpen && shift.isOverrun
  }
}

extension ChangePage.BenefitLine {
  init(_ shift: StoredBenefitShift) {
    let field = shift.effect.field
    href = "/benefits/\(shift.effect.benefit)"
    title = "\(shift.reference) \(shift.title)"
    council = shift.councilName
    self.field = field.label
    from = PlanChangeWords.value(shift.effect.from, of: field)
    to = PlanChangeWords.value(shift.effect.to, of: field)
  }
}

extension ChangePage.Decision {
  init(_ stored: StoredChangeDecision, of change: StoredChange) {
    let decision = stored.decision
    heading = decision.outcome == .agree ? "Agreed" : "Rejected"
    lines =
      [
        SummaryLine(
          "Decided by", decision.decidedBy,
          note: "recorded by \(stored.recordedBy), \(Shown.moment(stored.recordedAt))"),
        SummaryLine("Decided on", decision.decidedOn.words),
        SummaryLine("Authority", change.authorityWords, note: change.limitWords(nil)),
        SummaryLine("Reason", decision.reason),
        SummaryLine(
          "Positions then", PlanChangeWords.tally(change.process.tally(today: decision.decidedOn))),
      ]
      + (decision.despite.isEmpty ? [] : [SummaryLine("Agreed although", decision.despite)])
      + (change.told.map { [SummaryLine("Parties told", Shown.moment($0.at), note: "by \($0.by)")] }
        ?? [])
  }
}

extension ChangePage.Revision {
  init(_ revision: ChangeRevision, since earlier: ChangeRevision?) {
    heading = "Version \(revision.number), \(revision.madeBy), \(Shown.moment(revision.madeAt))"
    note = revision.note
    let fields = revision.change.changes(since: earlier?.change).map { change in
      let field = PlanChange.Field(rawValue: change.field)
      func shown(_ text: String) -> String {
        field.map { Shown.field(text, kind: $0.kind, unit: $0.unit) } ?? Shown.words(text)
      }
      return ChangeLine(
        label: change.label, before: shown(change.before), after: shown(change.after))
    }
    changes =
      earlier == nil
      ? []
      : fields + ChangePage.Revision.moves(earlier, revision)
        + ChangePage.Revision.parties(earlier, revision)
  }

  private static func moves(
    _ earlier: ChangeRevision?, _ revision: ChangeRevision
  ) -> [ChangeLine] {
    let before = Dictionary(
      (earlier?.milestones ?? []).map { ($0.effect.milestone, $0) }, uniquingKeysWith: { $1 })
    let after = Dictionary(
      revision.milestones.map { ($0.effect.milestone, $0) }, uniquingKeysWith: { $1 })
    let all =
      (earlier?.milestones ?? [])
      + revision.milestones.filter { before[$0.effect.milestone] == nil }
    return all.compactMap { shift in
      let (old, new) = (before[shift.effect.milestone], after[shift.effect.milestone])
      guard old?.effect.to != new?.effect.to else { return nil }
      return ChangeLine(
        label: "\(shift.partyName): \(shift.title)", before: old?.effect.to.words ?? "not moved",
        after: new?.effect.to.words ?? "not moved")
    }
  }

  private static func parties(
    _ earlier: ChangeRevision?, _ revision: ChangeRevision
  ) -> [ChangeLine] {
    guard let earlier, earlier.partyNames != revision.partyNames else { return [] }
    return [
      ChangeLine(
        label: "Affected parties", before: PlanChangeWords.names(earlier.partyNames, most: 40),
        after: PlanChangeWords.names(revision.partyNames, most: 40))
    ]
  }
}

extension StoredChange {
  /// Everything that happened, newest first.
  var story: [ChangePage.StoryLine] {
    let made = revisions.map { revision in
      Event(
        revision.madeAt, 0,
        revision.number == 1
          ? "\(revision.madeBy) proposed the change for \(proposerName)"
          : "\(revision.madeBy) amended it to version \(revision.number); every position was opened again",
        revision.note)
    }
    let said = positions.map { position in
      let words = [position.position.words, position.position.instead].filter { !$0.isEmpty }
      return Event(
        position.takenAt, 1,
        "\(position.partyName): \(position.position.answer.rawValue.lowercased()), on version "
          + "\(position.revision) (\(position.takenBy))", words.joined(separator: " – "))
    }
    return (made + said + ending).sorted().reversed().map(\.line)
  }

  private var ending: [Event] {
    var events: [Event] = []
    if let decision {
      events.append(
        Event(
          decision.recordedAt, 2,
          "\(decision.decision.outcome == .agree ? "Agreed" : "Rejected") by "
            + "\(decision.decision.decidedBy), recorded by \(decision.recordedBy)",
          decision.decision.reason))
    }
    if let told {
      events.append(Event(told.at, 3, "\(told.by) told the parties of the decision", ""))
    }
    if process.state == .withdrawn {
      events.append(Event(changedAt, 3, "The change was withdrawn", withdrawnReason))
    }
    return events
      + parties.compactMap { party in
        party.acknowledgement.map {
          Event(
            $0.at, 4, "\(party.name) acknowledged it (\($0.acknowledgement.by))",
            $0.acknowledgement.words)
        }
      }
  }

  /// Something that happened; of what happened at one time, in the order of the process.
  private struct Event: Comparable {
    let at: Date
    let rank: Int
    let words: String
    let quote: String

    init(_ at: Date, _ rank: Int, _ words: String, _ quote: String) {
      (self.at, self.rank, self.words, self.quote) = (at, rank, words, quote)
    }

    static func < (left: Event, right: Event) -> Bool {
      (left.at, left.rank, left.words) < (right.at, right.rank, right.words)
    }

    var line: ChangePage.StoryLine {
      ChangePage.StoryLine(
        when: Shown.moment(at), words: words, quote: quote.isEmpty ? nil : quote)
    }
  }
}
