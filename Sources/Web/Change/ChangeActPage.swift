import Calculator
import Programme
import Store

/// One act on a plan change: taking a position, deciding, telling or acknowledging. What
/// one has to know stands above what is asked.
struct ChangeActPage: Page {
  static let template = "change/act"

  let title: String
  let change: Link
  let action: String
  let hidden: [HiddenField]
  /// What counts, in a sentence.
  let lead: String?
  let facts: [SummaryLine]
  /// What changed in the proposal since the form was opened.
  let meanwhile: [ChangeLine]
  let choices: RadioGroup?
  let fields: [FormField]
  let submit: String
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .changes
  let trail: [Link]
}

extension ChangeActPage {
  /// A position of an affected party, on the present version.
  static func position(
    _ form: RecordForm<ChangePosition>, of party: ChangePartyRow, on stored: StoredChange,
    isForOthers: Bool, since revision: Int? = nil
  ) -> ChangeActPage {
    let change = stored.change
    let days = (stored.current?.milestones ?? []).map { shift in
      let name = "day.\(shift.effect.milestone)"
      return FormField(
        name, "\(shift.title) of \(shift.partyName), instead of \(shift.effect.to.words)", .day,
        value: form.typed[name] ?? "", hint: "Only for another proposal. May stay blank.",
        error: form.problems.message(at: name))
    }
    return ChangeActPage(
      title: isForOthers
        ? "Record the position of \(party.name)" : "Take a position for \(party.name)",
      change: Link("\(stored.label): \(change.title)", stored.href),
      action: "\(stored.href)/position",
      hidden: [
        HiddenField("party", party.id.description),
        HiddenField("revision", String(stored.process.revision)),
      ],
      lead: "You answer version \(stored.process.revision), until \(change.positionsDue.words). "
        + "You can change your answer until it is decided.",
      facts: [
        SummaryLine("From", change.before), SummaryLine("To", change.after),
        SummaryLine("Why", change.reason),
      ],
      meanwhile: stored.difference(since: revision),
      choices: form.radios(.answer, legend: "What do you say?"),
      fields: [
        form.field(.words, hint: "Needed unless you accept."),
        form.field(.instead, hint: "Only if you propose something else."),
      ] + days + (isForOthers ? [form.field(.received, hint: receivedHint)] : []),
      submit: isForOthers ? "Record the position" : "Take the position", cancelHref: stored.href,
      problems: stored.amended(since: revision) + form.summary, trail: stored.trail)
  }

  /// The acknowledgement of an affected party.
  static func acknowledgement(
    _ form: RecordForm<ChangeAcknowledgement>, of party: ChangePartyRow, on stored: StoredChange,
    isForOthers: Bool
  ) -> ChangeActPage {
    let decision = stored.decision?.decision
    return ChangeActPage(
      title: isForOthers
        ? "Record the acknowledgement of \(party.name)" : "Acknowledge the decision",
      change: Link("\(stored.label): \(stored.change.title)", stored.href),
      action: "\(stored.href)/acknowledge",
      hidden: [HiddenField("party", party.id.description)],
      lead: "It says that \(party.name) knows of the decision and plans by it. It is no agreement.",
      facts: [
        SummaryLine(
          "Decision", decision?.outcome == .agree ? "Agreed" : "Rejected",
          note: decision.map { "by \($0.decidedBy), \($0.decidedOn.words)" }),
        SummaryLine("Reason", decision?.reason ?? ""), SummaryLine("From", stored.change.before),
        SummaryLine("To", stored.change.after),
        SummaryLine("Acknowledge by", stored.change.acknowledgementDue.words),
      ],
      meanwhile: [], choices: nil,
      fields: [form.field(.by), form.field(.words, hint: "May stay blank.")]
        + (isForOthers ? [form.field(.received, hint: receivedHint)] : []),
      submit: isForOthers ? "Record the acknowledgement" : "Acknowledge",
      cancelHref: stored.href, problems: form.summary, trail: stored.trail)
  }

  private static let receivedHint = "Who told you, how and when: By telephone from Ann Orr, 3 May."
}

extension ChangeActPage {
  /// The decision, with how the parties stand and how far the authority reaches.
  static func decision(
    _ form: RecordForm<ChangeDecision>, on stored: StoredChange, _ delegation: ChangeDelegation?,
    hasMovedOn: Bool = false
  ) -> ChangeActPage {
    let tally = PlanChangeWords.tally(stored.process.tally(today: stored.today))
    let points = stored.process.openPoints(today: stored.today)
    return ChangeActPage(
      title: "Record the decision",
      change: Link("\(stored.label): \(stored.change.title)", stored.href),
      action: "\(stored.href)/decide", hidden: [HiddenField("version", String(stored.version))],
      lead: "Agreeing moves the milestones and benefits that it names, at once.",
      facts: [
        SummaryLine("Positions", tally),
        SummaryLine("Authority", stored.authorityWords, note: stored.limitWords(delegation)),
        SummaryLine("Effect on cost", PlanChangeWords.cost(stored.change.onCost)),
      ],
      meanwhile: [], choices: form.radios(.outcome, legend: "What was decided?"),
      fields: [
        form.field(.decidedBy, hint: "The office or the person whose decision it is."),
        form.field(.decidedOn), form.field(.reason),
        form.field(
          .despite, label: "Why is it agreed although not everybody accepted?",
          hint: points.map { "Needed to agree: \($0)." } ?? "Not needed: no point is open."),
      ],
      submit: "Record the decision", cancelHref: stored.href,
      problems: (hasMovedOn ? [ChangeActPage.movedOn] : []) + form.summary, trail: stored.trail)
  }

  /// Telling every affected party of the decision.
  static func telling(
    _ stored: StoredChange, day: String, problems found: [Problem] = [], hasMovedOn: Bool = false
  ) -> ChangeActPage {
    let field = PlanChange.Field.acknowledgementDue
    return ChangeActPage(
      title: "Tell the parties of the decision",
      change: Link("\(stored.label): \(stored.change.title)", stored.href),
      action: "\(stored.href)/tell", hidden: [HiddenField("version", String(stored.version))],
      lead: "Each affected party is told and asked to acknowledge.",
      facts: [
        SummaryLine("Parties", PlanChangeWords.names(stored.parties.map(\.name), most: 40)),
        SummaryLine(
          "Decision", stored.decision?.decision.outcome == .agree ? "Agreed" : "Rejected"),
      ],
      meanwhile: [], choices: nil,
      fields: [
        FormField(
          field.rawValue, field.label, .day, value: day,
          hint: "A party that is silent after it is shown as deemed.",
          error: found.message(at: field.rawValue))
      ],
      submit: "Tell the parties", cancelHref: stored.href,
      problems: (hasMovedOn ? [ChangeActPage.movedOn] : []) + found.summary, trail: stored.trail)
  }

  private static let movedOn = PageProblem(
    "Something happened to the change since you opened this form. Read it again, then send what you "
      + "typed", at: "facts")
}

extension StoredChange {
  /// What is new in the proposal since the version that was read; nothing where that is the present.
  fileprivate func difference(since revision: Int?) -> [ChangeLine] {
    guard let revision, revision != process.revision, let current,
      let read = revisions.first(where: { $0.number == revision })
    else { return [] }
    return ChangePage.Revision(current, since: read).changes
  }

  fileprivate func amended(since revision: Int?) -> [PageProblem] {
    guard let revision, revision != process.revision else { return [] }
    let words =
      "The change was amended to version \(process.revision) since you opened this form. "
      + "Read what is new, then send your position again"
    return [PageProblem(words, at: "meanwhile")]
  }
}

extension ChangeActPage {
  static let sample = ChangeActPage(
    title: "Take a position", change: Link("Change 7", "/changes/7"),
    action: "/changes/7/position", hidden: [HiddenField("revision", "2")], lead: "You answer.",
    facts: [SummaryLine("From", "March", note: "in the plan")],
    meanwhile: [ChangeLine(label: "To", before: "May", after: "June")],
    choices: RecordForm<ChangePosition>().radios(.answer),
    fields: [RecordForm<ChangePosition>().field(.words)], submit: "Take the position",
    cancelHref: "/changes/7", problems: [PageProblem("Say why", at: "words")],
    trail: [Link("Changes", "/changes")])

  static let states = [
    "bare": ChangeActPage(
      title: "Withdraw", change: Link("Change 7", "/changes/7"), action: "/changes/7/withdraw",
      hidden: [], lead: nil, facts: [], meanwhile: [], choices: nil, fields: [],
      submit: "Withdraw", cancelHref: "/changes/7", problems: [], trail: [])
  ]
}
