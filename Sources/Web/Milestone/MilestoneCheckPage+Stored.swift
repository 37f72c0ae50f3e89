import Calculator
import Programme
import Store

extension MilestoneCheckPage {
  /// The effect of a move that was sent.
  init(_ effect: MilestoneEffect, _ sent: MilestoneMoveSubmission, hasChanged: Bool = false) {
    let stored = effect.milestone
    let milestone = stored.milestone
    caption = "\(milestone.title), \(stored.partyName)"
    let days = effect.day.days(since: milestone.forecast)
    let words = Shown.count(abs(days), "day") + (days < 0 ? " earlier" : " later")
    summary =
      "From \(milestone.forecast.words) to \(effect.day.words): \(words). "
      + "Planned \(milestone.baseline.words)."
    changed =
      hasChanged ? "The plan was changed while you looked. This is what the move moves now." : nil
    hidden = [
      HiddenField("version", String(sent.version)), HiddenField("forecast", sent.day),
      HiddenField("slipReason", sent.reason), HiddenField("seeing", effect.fingerprint),
    ]
    rows = effect.pushed.map(Row.init)
    benefits = effect.benefits.map(BenefitRow.init)
    tells = MilestoneCheckPage.tells(effect, sent)
    own =
      effect.own.isEmpty
      ? nil
      : Choice(
        "yes",
        "Move \(Shown.count(effect.own.count, "milestone")) of \(stored.partyName) with it, "
          + "to the earliest day each can be held",
        id: "movesOwn", name: "movesOwn", isChosen: sent.movesOwn)
    action = "\(stored.path)/move"
    editAction = "\(stored.path)/move/check"
    cancelHref = stored.path
    trail = stored.trail
  }

  private static func tells(
    _ effect: MilestoneEffect, _ sent: MilestoneMoveSubmission
  ) -> RadioGroup? {
    let parties = Set(effect.others.map(\.milestone.party)).count
    guard parties > 0 else { return nil }
    let count = Shown.count(parties, "other party", "other parties")
    let options = [("yes", "Tell them"), ("no", "Tell nobody")]
    return RadioGroup(
      "tells", "\(Shown.count(effect.others.count, "milestone")) of \(count) cannot hold",
      options: options.enumerated().map { place, option in
        Choice(
          option.0, option.1, id: Choice.id("tells", place), name: "tells",
          isChosen: (option.0 == "yes") == sent.tells)
      }, hint: "Their dates are not changed. Whoever is told can re-plan.")
  }
}

extension MilestoneCheckPage.Row {
  fileprivate init(_ pushed: PushedMilestone) {
    milestone = pushed.milestone.link
    party = pushed.milestone.partyName
    (forecast, held) = (pushed.milestone.milestone.forecast.words, pushed.day.words)
    days = Shown.quantity(Exact(pushed.days))
    because = pushed.because
  }
}

extension MilestoneCheckPage.BenefitRow {
  fileprivate init(_ delayed: DelayedBenefit) {
    let waiting = delayed.benefit
    benefit = Link("\(waiting.reference) \(waiting.title)", "/benefits/\(waiting.id)")
    council = waiting.councilName
    waitsFor = delayed.title
    starts = waiting.startYear?.description ?? Shown.unknown
    from = delayed.from.words
    to = delayed.to.words
    missed = delayed.missesStart ? "After the year its forecast begins in" : nil
  }
}
