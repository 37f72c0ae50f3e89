import Calculator
import Foundation
import Programme
import Store

/// What a list of issues is made from.
struct IssueListing: Sendable {
  let page: IssuePage
  let parties: [PartyRow]
  let views: [SavedView]
}

extension IssueListPage {
  /// The list as the store answers a filter.
  init(_ listing: IssueListing, filter: IssueFilter, viewer: Viewer, now: Date) {
    let page = listing.page
    let address = filter.address()
    summary = "\(IssueWords.count(page.count)), \(IssueListPage.order(filter))"
    needs = IssueListPage.needs(page, filter, viewer)
    words = filter.words
    filters = IssueListPage.filters(filter, listing.parties)
    hidden = [
      HiddenField("need", filter.need?.rawValue ?? ""),
      HiddenField("sort", filter.sort == .number ? "" : filter.sort.rawValue),
      HiddenField("raiser", filter.raiser?.description ?? ""),
    ].filter { !$0.value.isEmpty }
    active = IssueListPage.active(filter, listing.parties)
    columns = IssueListPage.columns(filter)
    rows = page.rows.map { Row($0, today: page.today, now: now, viewer: viewer) }
    bulk =
      viewer.may(.takePart) && rows.contains(where: \.isOwn)
      ? Bulk(hidden: address.fields.map { HiddenField($0.name, $0.value) }) : nil
    paging = Paging(
      summary:
        "\(Shown.quantity(Exact(page.rows.count))) of \(IssueWords.count(page.count).lowercased())",
      first: filter.after == nil ? nil : address.text,
      next: page.next.map { address.with("after", $0.text).text })
    exports = page.rows.isEmpty ? [] : Link.exports("/issues") { filter.address($0).text }
    views = listing.views.map(SavedViewLine.init)
    keep = KeepView(query: String(address.at("").text.dropFirst()), of: .issues)
    raiseHref = viewer.may(.takePart) ? "/issues/new" : nil
    isNarrowed = filter.isNarrowed
  }

  private static func order(_ filter: IssueFilter) -> String {
    let words: (String, String) =
      switch filter.sort {
      case .number: ("oldest first", "newest first")
      case .due: ("due soonest first", "due latest first")
      case .severity: ("gravest first", "least grave first")
      case .priority: ("most urgent first", "least urgent first")
      case .changed: ("longest unchanged first", "last changed first")
      }
    return filter.descending ? words.1 : words.0
  }

  private static func needs(
    _ page: IssuePage, _ filter: IssueFilter, _ viewer: Viewer
  ) -> [SectionLink] {
    let all = SectionLink(text: "All", href: "/issues", isCurrent: filter == IssueFilter())
    return [all]
      + IssueNeed.allCases.compactMap { need in
        let count = page.needs[need] ?? 0
        if need == .confided, count == 0 { return nil }
        if need == .ours, !viewer.may(.takePart) { return nil }
        let more = count > IssueLimit.countedNeeds
        let words = Shown.quantity(Exact(min(count, IssueLimit.countedNeeds))) + (more ? "+" : "")
        return SectionLink(
          text: "\(need.words): \(words)", href: "/issues?need=\(need.rawValue)",
          isCurrent: filter.need == need)
      }
  }

  private static func columns(_ filter: IssueFilter) -> [Column] {
    let columns: [(String, IssueSort?)] = [
      ("Issue", .number), ("State", .changed), ("Owner", nil), ("Concerns", nil),
      ("Severity", .severity), ("Next action", .due),
    ]
    return columns.map { text, sort in
      guard let sort else { return Column(text: text, href: nil, order: "none") }
      let isCurrent = sort == filter.sort
      var other = filter
      (other.sort, other.after) = (sort, nil)
      other.descending = isCurrent ? !filter.descending : sort.isUsuallyDescending
      return Column(
        text: text, href: other.address().text,
        order: isCurrent ? filter.descending ? "descending" : "ascending" : "none")
    }
  }
}

extension IssueListPage {
  private static func filters(_ filter: IssueFilter, _ parties: [PartyRow]) -> [FormField] {
    func field(_ name: String, _ label: String, _ all: String, _ words: [String], _ chosen: String?)
      -> FormField
    { FormField(name, label, .select(Choice.filter(all, words, chosen: chosen ?? ""))) }
    let states =
      [
        Choice("", "Unfinished", isChosen: filter.standing == .live),
        Choice("finished", "Finished", isChosen: filter.standing == .finished),
        Choice("all", "All", isChosen: filter.standing == .all),
      ]
      + IssueState.allCases.map {
        Choice($0.rawValue, $0.words, isChosen: filter.standing == .state($0))
      }
    return [
      FormField("state", "State", .select(states)), owners(filter, parties),
      councils(filter, parties),
      field("kind", "Kind", "All kinds", IssueKind.allCases.map(\.rawValue), filter.kind?.rawValue),
      field(
        "severity", "Severity", "Any severity", IssueSeverity.allCases.map(\.rawValue),
        filter.severity?.rawValue),
      field(
        "priority", "Priority", "Any priority", IssuePriority.allCases.map(\.rawValue),
        filter.priority?.rawValue),
      field(
        "cause", "Cause", "Any cause", IssueCause.allCases.map(\.rawValue),
        filter.cause?.rawValue),
    ]
  }

  private static func owners(_ filter: IssueFilter, _ parties: [PartyRow]) -> FormField {
    let choices = parties.map {
      Choice($0.id.description, $0.name, isChosen: $0.id == filter.owner)
    }
    let anyOwner = Choice("", "Any owner", isChosen: filter.owner == nil)
    return FormField("owner", "Owner", .select([anyOwner] + choices))
  }

  private static func councils(_ filter: IssueFilter, _ parties: [PartyRow]) -> FormField {
    let all = [
      Choice("", "Everything", isChosen: filter.council == nil && !filter.isNational),
      Choice(IssueFilter.national, "The whole programme", isChosen: filter.isNational),
    ]
    let choices = parties.compactMap { party in
      party.code.map { Choice($0.description, party.name, isChosen: $0 == filter.council) }
    }
    return FormField("council", "Concerns", .select(all + choices))
  }

  /// Each filter in force, leading to the list without it.
  private static func active(_ filter: IssueFilter, _ parties: [PartyRow]) -> [Link] {
    let address = filter.address()
    return address.fields.compactMap { name, value in
      guard !["sort", "order"].contains(name) else { return nil }
      let party = parties.first { $0.id.description == value || $0.code?.description == value }
      let words: String =
        switch name {
        case "owner": "Owner: \(party?.name ?? "unknown")"
        case "raiser": "Raised by \(party?.name ?? "unknown")"
        case "council": party?.name ?? "The whole programme"
        case "need": filter.need?.words ?? value
        case "words": "“\(value)”"
        default: IssueState(rawValue: value)?.words ?? value.capitalizedAtStart
        }
      return Link(words, address.without(name).text)
    }
  }
}
