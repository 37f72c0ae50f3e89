import Calculator
import Exchange
import Programme
import Store

/// The columns of the grid of councils. A column is one constant, named once in `all`.
enum GridColumns {
  static let all: [ListColumn<GridRow>] = [
    council, ready, decides, milestone, issues, lateIssues, silent, gaps, parts, charter, benefits,
    cashable,
  ]

  private static let council = ListColumn<GridRow>(
    "council", "Council", order: { .text($0.party.name.lowercased()) },
    export: { .text($0.party.name) },
    cell: {
      .init($0.party.name, href: $0.party.href, note: $0.party.capacity.rawValue, isHead: true)
    })

  private static let ready = ListColumn<GridRow>(
    "ready", "Ready", isNumber: true, order: { .number($0.readiness.doneCount) },
    export: { .number(Exact($0.readiness.doneCount)) },
    cell: { row in
      let late = row.readiness.lateCount(on: row.today)
      return .init(
        row.readiness.words, tag: late == 0 ? nil : Tag("\(late) late", .red), isNumber: true)
    })

  private static let decides = ListColumn<GridRow>(
    "decides", "Decides",
    order: { row in
      row.standing.decisionMaker.map { .text($0.holder.lowercased()) } ?? .missing
    },
    export: { .text($0.standing.decisionMaker?.holder ?? "") },
    cell: { row in
      guard let maker = row.standing.decisionMaker else {
        return .init("", tag: Tag(OfficeKind.keyDecisionMaker.gap, .red))
      }
      return .init(maker.holder, note: maker.limitWords)
    })

  private static let milestone = ListColumn<GridRow>(
    "milestone", "Next milestone",
    order: { $0.standing.nextMilestone.map { .day($0.day) } ?? .missing },
    export: { row in
      .text(row.standing.nextMilestone.map { "\($0.title), \($0.day.words)" } ?? "")
    },
    cell: { row in
      guard let next = row.standing.nextMilestone else { return .init("none open") }
      return .init(
        next.title, href: "/milestones/\(next.id)", note: next.day.words,
        tag: next.day < row.today ? Tag("late", .red) : nil)
    })

  private static let issues = ListColumn<GridRow>(
    "issues", "Open issues", isNumber: true, order: { .number($0.standing.issues.open) },
    export: { .number(Exact($0.standing.issues.open)) },
    cell: { row in
      let count = row.standing.issues.open
      return .init(
        Shown.quantity(Exact(count)), href: count == 0 ? nil : row.party.issuesHref(),
        isNumber: true)
    })

  private static let lateIssues = ListColumn<GridRow>(
    "late", "Late", isNumber: true, order: { .number($0.standing.issues.late) },
    export: { .number(Exact($0.standing.issues.late)) },
    cell: { row in
      let count = row.standing.issues.late
      return .init(
        Shown.quantity(Exact(count)),
        href: count == 0 ? nil : row.party.issuesHref(need: .overdue), isNumber: true)
    })

  private static let silent = ListColumn<GridRow>(
    "silent", "Silent on changes", order: { .number($0.standing.silentOn.count) },
    export: { .text($0.silentWords) },
    cell: { row in
      .init(
        row.silentWords,
        href: row.standing.silentOn.isEmpty ? nil : "/changes?party=\(row.party.id)")
    })

  private static let gaps = ListColumn<GridRow>(
    "gaps", "Offices open", isNumber: true, order: { .number($0.standing.gaps.count) },
    export: { .number(Exact($0.standing.gaps.count)) },
    cell: { .init("\($0.standing.gaps.count)", isNumber: true) })

  private static let parts = ListColumn<GridRow>(
    "parts", "Parts not confirmed", isNumber: true,
    order: { .number($0.standing.unconfirmedCount) },
    export: { .number(Exact($0.standing.unconfirmedCount)) },
    cell: { .init("\($0.standing.unconfirmedCount)", isNumber: true) })

  private static let charter = ListColumn<GridRow>(
    "charter", "Charter", order: { .text($0.standing.charter.words) },
    export: { .text($0.standing.charter.words) },
    cell: { .init($0.standing.charter.words) })

  private static let benefits = ListColumn<GridRow>(
    "benefits", "Benefits", isNumber: true, order: { .number($0.totals.count) },
    export: { .number(Exact($0.totals.count)) },
    cell: { row in
      .init(
        Shown.quantity(Exact(row.totals.count)),
        href: row.totals.count == 0
          ? nil : row.party.code.map { "/benefits?council=\($0)" }, isNumber: true)
    })

  private static let cashable = ListColumn<GridRow>(
    "cashable", "Cashable, £", isNumber: true,
    order: { $0.hasMoney ? .money($0.totals.cashable) : .missing },
    export: { .money(orBlank: $0.hasMoney ? $0.totals.cashable : nil) },
    cell: { row in
      .init(row.hasMoney ? Shown.bareWhole(row.totals.cashable) : Shown.unknown, isNumber: true)
    })
}
