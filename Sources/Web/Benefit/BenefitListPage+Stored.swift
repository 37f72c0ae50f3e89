import Calculator
import Programme
import Store

extension BenefitListPage {
  /// The list as the store answers a filter.
  init(
    _ page: BenefitPage, choices: BenefitFilterChoices, filter: BenefitFilter, viewer: Viewer
  ) {
    let address = filter.address()
    summary = BenefitListPage.summary(page, filter)
    words = filter.words
    filters = BenefitListPage.filters(filter, choices)
    active = BenefitListPage.active(filter, choices)
    hidden = address.fields.filter { BenefitListPage.unshown.contains($0.name) }
      .map { HiddenField($0.name, $0.value) }
    columns = BenefitListPage.columns(filter)
    let own = viewer.may(.writeBenefits) ? viewer.organisationCode : nil
    rows = page.rows.map { Row($0, filter, isOwn: own != nil && $0.councilCode == own) }
    bulk =
      rows.contains(where: \.isOwn)
      ? Bulk(hidden: address.fields.map { HiddenField($0.name, $0.value) }) : nil
    totals = Figure.list(page.totals, of: filter)
    paging = Paging(
      summary: summary, first: filter.after == nil ? nil : address.text,
      next: page.next.map { address.with("after", $0.text).text })
    exports = Link.exports("/benefits") { address.at($0).text }
    addHref = viewer.may(.writeBenefits) ? "/benefits/new" : nil
    clearHref = "/benefits"
  }

  /// What the form keeps without having a field for it.
  private static let unshown: Set<String> = [
    "sort", "order", "objective", "category", "stakeholder", "confidence", "year", "figure",
  ]

  private static func summary(_ page: BenefitPage, _ filter: BenefitFilter) -> String {
    let count = page.totals.count
    let isNarrowed = !filter.narrowing.isEmpty
    if count == 0 { return isNarrowed ? "No benefits match" : "No benefits" }
    let all = Shown.count(count, "benefit")
    let matches = count == 1 ? "matches" : "match"
    if page.rows.count == count { return isNarrowed ? "\(all) \(matches)" : all }
    let shown = Shown.quantity(Exact(page.rows.count))
    if filter.after == nil { return "1 to \(shown) of \(all)\(isNarrowed ? " that match" : "")" }
    return "\(all)\(isNarrowed ? " match" : ""), \(shown) on this page"
  }

  private static func filters(
    _ filter: BenefitFilter, _ choices: BenefitFilterChoices
  ) -> [FormField] {
    func list(_ name: String, _ label: String, _ words: [String], _ chosen: String?) -> FormField {
      let known = chosen.map { words.contains($0) ? words : words + [$0] } ?? words
      return FormField(name, label, .select(Choice.filter("All", known, chosen: chosen ?? "")))
    }
    func label(_ dimension: Dimension) -> String? { filter.labels[.dimension(dimension)] }
    let methods =
      [Choice("", "All", isChosen: filter.method == nil)]
      + Calculator.Method.allCases.map {
        Choice($0.rawValue, FieldWords.word($0), isChosen: $0 == filter.method)
      }
    return [
      councilField(filter, choices),
      list("service", "Service", choices.services, filter.service ?? label(.service)),
      list("status", "Status", BenefitStatus.allCases.map(\.rawValue), filter.status?.rawValue),
      list(
        "tangibility", "Tangibility", Tangibility.allCases.map(\.rawValue),
        filter.tangibility?.rawValue ?? label(.tangibility)),
      list(
        "cashability", "Cashability", Cashability.allCases.map(\.rawValue),
        filter.cashability?.rawValue ?? label(.cashability)),
      FormField("method", "Method", .select(methods)), needsField(filter),
    ]
  }

  private static func needsField(_ filter: BenefitFilter) -> FormField {
    let all = Choice("", "All", isChosen: filter.needs == nil)
    let kinds = Attention.allCases.map {
      Choice($0.rawValue, $0.words, isChosen: $0 == filter.needs)
    }
    return FormField("needs", "Needs attention", .select([all] + kinds))
  }

  /// The most councils that are offered in a list; of more, the code is asked for.
  private static let councilsListed = 100

  private static func councilField(
    _ filter: BenefitFilter, _ choices: BenefitFilterChoices
  ) -> FormField {
    guard choices.councils.count <= councilsListed else {
      return FormField(
        "council", "Council", .line(width: "govuk-input--width-10"),
        value: filter.council?.description ?? "", hint: "Its code, such as S12000040")
    }
    let councils = choices.councils.map {
      Choice($0.code.description, $0.name, isChosen: $0.code == filter.council)
    }
    let unlisted = filter.council.flatMap { code in
      choices.councils.contains { $0.code == code }
        ? nil : Choice(code.description, code.description, isChosen: true)
    }
    let all = Choice("", "All councils", isChosen: filter.council == nil)
    return FormField(
      "council", "Council", .select([all] + councils + [unlisted].compactMap { $0 }))
  }

  private static func active(
    _ filter: BenefitFilter, _ choices: BenefitFilterChoices
  ) -> [Link] {
    let address = filter.address()
    return filter.narrowing.compactMap { field in
      guard let label = BenefitFilter.names[field.name] else { return nil }
      let council = choices.councils.first { $0.code.description == field.value }
      let needs = field.name == "needs" ? filter.needs?.words : nil
      let value = council?.name ?? needs ?? field.value
      return Link("\(label): \(value)", address.without(field.name).text)
    }
  }

  private static func columns(_ filter: BenefitFilter) -> [Column] {
    func column(_ text: String, _ sort: BenefitSort, isNumeric: Bool = false) -> Column {
      let isCurrent = filter.sort == sort
      let isTurned = isCurrent && !filter.descending
      let address = filter.address().without("order")
        .with("sort", sort.rawValue).with("order", isTurned ? "descending" : nil)
      let order: Column.Order =
        isCurrent ? (filter.descending ? .descending : .ascending) : .none
      return Column(text, href: address.text, order: order, isNumeric: isNumeric)
    }
    return [
      column("Benefit", .reference),
      Column(column("Council", .council), over: column("Service", .service)),
      column("Owner", .owner), Column(column("Status", .status), over: Column("Seen by")),
      Column(Column("Kind"), over: Column("Method")),
      Column("Gross, £ a year", isNumeric: true),
    ]
      + (filter.showsPart
        ? [
          Column("\(filter.moneyName), £", isNumeric: true),
          Column("Cashable of it, £", isNumeric: true),
        ]
        : [
          column("Net, £", .net, isNumeric: true),
          column("Cashable, £", .cashable, isNumeric: true),
        ])
  }
}

extension BenefitListPage.Row {
  /// A benefit as the store lists it.
  init(_ row: BenefitRow, _ filter: BenefitFilter, isOwn: Bool = false) {
    let tag = Tag(row.status)
    id = row.id.description
    self.isOwn = isOwn
    href = "/benefits/\(row.id)"
    reference = row.reference
    title = row.title
    council = row.councilName
    service = row.service
    owner = row.owner
    status = tag.text
    statusStyle = tag.style
    kind = BenefitWords.kind(row.tangibility, row.cashability)
    method = FieldWords.word(row.method)
    gross = Shown.bare(row.gross)
    netName = filter.showsPart ? "\(filter.moneyName), £" : "Net, £"
    cashableName = filter.showsPart ? "Cashable of it, £" : "Cashable, £"
    net = Shown.bare(row.netTotal)
    cashable = Shown.bare(row.cashableTotal)
    visibility = BenefitWords.visibility(row.visibility)
  }
}

/// Short words about benefits that several pages use.
enum BenefitWords {
  /// "Tangible, cashable": two axes; what was not said is "not known".
  static func kind(_ tangibility: Tangibility?, _ cashability: Cashability?) -> String {
    let first = tangibility?.rawValue ?? "Tangibility not known"
    let second = cashability?.rawValue.lowercased() ?? "cashability not known"
    return "\(first), \(second)"
  }

  /// One word for who sees it.
  static func visibility(_ visibility: Visibility) -> String {
    switch visibility {
    case .draft: "Draft"
    case .shared: "Shared"
    case .published: "Published"
    }
  }
}

extension Figure {
  /// The sums of a list, each kind for itself.
  static func list(_ totals: BenefitTotals, of filter: BenefitFilter = BenefitFilter()) -> [Figure]
  {
    guard totals.count > 0 else { return [] }
    let what = filter.showsPart ? filter.moneyName.lowercasedAtStart : "over all years"
    var figures = [
      Figure("Cashable", Shown.money(totals.cashable), note: what),
      Figure("Non-cashable", Shown.money(totals.nonCashable), note: what),
    ]
    if totals.transfers != .zero {
      figures.append(
        Figure(
          "Goes to others", Shown.money(totals.transfers), note: "in no council's total"))
    }
    if totals.countWithoutMoney > 0 {
      figures.append(
        Figure(
          "Without money", Shown.count(totals.countWithoutMoney, "benefit"),
          note: "counted, not valued"))
    }
    return figures
  }
}

extension BenefitFilter {
  /// What money the list shows, in words: "Actual in 2010/11, the part of Customers".
  var moneyName: String {
    let years =
      switch year {
      case .financial, .counted: " in \(year?.label ?? "")"
      case .noMoney, nil: ""
      }
    let part = labels[.dimension(.stakeholder)].map { ", the part of \($0)" } ?? ""
    return figure.label + years + part
  }
}

extension BenefitFilter {
  /// What the filters are called, by their names in addresses.
  static let names = [
    "council": "Council", "service": "Service", "status": "Status",
    "tangibility": "Tangibility", "cashability": "Cashability", "method": "Method",
    "words": "Words", "needs": "Needs attention", "objective": "Objective",
    "category": "Category", "stakeholder": "Stakeholder", "confidence": "Confidence grade",
    "year": "Year", "figure": "Figure",
  ]

  /// The filters in force; how the list is sorted is none.
  fileprivate var narrowing: [(name: String, value: String)] {
    address().fields.filter { BenefitFilter.names[$0.name] != nil }
  }
}
