import Calculator
import Programme
import Store

/// What is open, late or asked of a party: one function for each, so that another is one more.
enum PartyMatters {
  static let all: [@Sendable (PartyStanding) -> PartyGlance.Matter?] = [
    milestone, issues, lateIssues, parts, charter,
  ]

  private static let milestone: @Sendable (PartyStanding) -> PartyGlance.Matter? = { standing in
    standing.nextMilestone.map { next in
      let late = standing.lateMilestones
      return PartyGlance.Matter(
        label: "Next milestone",
        value: "\(next.title), \(next.day.words)"
          + (late == 0 ? "" : "; \(Shown.count(late, "milestone")) late"),
        href: "/milestones/\(next.id)", isBad: late > 0)
    }
  }

  private static let issues: @Sendable (PartyStanding) -> PartyGlance.Matter? = { standing in
    PartyGlance.Matter(
      label: "Open issues", value: Shown.quantity(Exact(standing.issues.open)),
      href: standing.party.issuesHref(), isBad: false)
  }

  private static let lateIssues: @Sendable (PartyStanding) -> PartyGlance.Matter? = { standing in
    guard standing.issues.late > 0 else { return nil }
    return PartyGlance.Matter(
      label: "Late issues", value: Shown.quantity(Exact(standing.issues.late)),
      href: standing.party.issuesHref(need: .overdue), isBad: true)
  }

  private static let parts: @Sendable (PartyStanding) -> PartyGlance.Matter? = { standing in
    guard standing.partCount > 0 else { return nil }
    let count = standing.unconfirmedCount
    return PartyGlance.Matter(
      label: "Parts in activities",
      value: count == 0
        ? "\(standing.partCount), all confirmed"
        : "\(standing.partCount), \(count) not confirmed",
      href: "/responsibilities?party=\(standing.party.id)", isBad: count > 0)
  }

  private static let charter: @Sendable (PartyStanding) -> PartyGlance.Matter? = { standing in
    switch standing.charter {
    case .none: nil
    case .open:
      PartyGlance.Matter(label: "Charter", value: "not accepted", href: "/charter", isBad: true)
    case .accepted(let at):
      PartyGlance.Matter(
        label: "Charter", value: "accepted \(Shown.moment(at))", href: "/charter", isBad: false)
    }
  }
}
