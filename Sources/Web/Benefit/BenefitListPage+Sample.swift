import Programme

extension BenefitListPage {
  static let sample = BenefitListPage(
    summary: "1 to 3 of 90 benefits that match", words: "repeat calls",
    filters: [
      FormField(
        "council", "Council",
        .select([
          Choice("", "All councils", isChosen: true),
          Choice("S12000040", "West Lothian Council", isChosen: false),
        ])),
      FormField("service", "Service", .select(Choice.filter("All", ["Libraries"], chosen: ""))),
      FormField(
        "status", "Status",
        .select(Choice.filter("All", BenefitStatus.allCases.map(\.rawValue), chosen: "Approved"))),
    ],
    active: [
      Link("Status: Approved", "/benefits?words=repeat+calls"),
      Link("Words: repeat calls", "/benefits?status=Approved"),
    ],
    hidden: [HiddenField("sort", "title"), HiddenField("order", "descending")],
    columns: sampleColumns, rows: sampleRows,
    totals: [
      Figure("Cashable", "£52,078.15", note: "over all years"),
      Figure("Non-cashable", "\u{2212}£113,121.88", note: "over all years"),
      Figure("Goes to others", "£12,000.00", note: "in no council's total"),
      Figure("Without money", "1 benefit", note: "counted, not valued"),
    ],
    paging: Paging(
      summary: "1 to 3 of 90 benefits that match", first: "/benefits", next: "/benefits?after=25"),
    exports: [
      Link("CSV", "/benefits.csv?status=Approved"),
      Link("Excel workbook", "/benefits.xlsx?status=Approved"),
    ],
    addHref: "/benefits/new", bulk: Bulk(hidden: [HiddenField("status", "Approved")]),
    clearHref: "/benefits")

  static let states = [
    "empty": BenefitListPage(
      summary: "No benefits", words: "", filters: sample.filters, active: [], hidden: [],
      columns: sampleColumns, rows: [], totals: [],
      paging: Paging(summary: "", first: nil, next: nil), exports: [],
      addHref: "/benefits/new", bulk: nil, clearHref: "/benefits")
  ]

  private static let sampleColumns = [
    Column("Benefit", href: "/benefits?sort=title&order=ascending", order: .descending),
    Column(
      Column("Council", href: "/benefits?sort=council"),
      over: Column("Service", href: "/benefits?sort=service")),
    Column("Owner", href: "/benefits?sort=owner"),
    Column(Column("Status", href: "/benefits?sort=status"), over: Column("Seen by")),
    Column(Column("Kind"), over: Column("Method")),
    Column("Gross, £ a year", isNumeric: true),
    Column("Net, £", href: "/benefits?sort=net", isNumeric: true),
    Column("Cashable, £", href: "/benefits?sort=cashable", isNumeric: true),
  ]

  private static let sampleRows = [
    row(
      "B001", "Fewer face-to-face visits to report faults", status: .approved,
      kind: "Intangible, non-cashable", method: "Channel",
      money: ("\u{2212}245,626.44", "\u{2212}190,190.86", "0.00")),
    row(
      "B003", "Cheaper print and post", status: .realising, kind: "Tangible, cashable",
      method: "Unit", money: ("54,754.98", "83,216.62", "20,804.15")),
    row(
      "B017", "Residents trust the council's answers more", status: .identified,
      kind: "Intangible, not known", method: "Score",
      money: ("not known", "not known", "not known")),
  ]

  private static func row(
    _ reference: String, _ title: String, status: BenefitStatus, kind: String, method: String,
    money: (String, String, String)
  ) -> Row {
    Row(
      id: reference, isOwn: true, href: "/benefits/\(reference)", reference: reference,
      title: title,
      council: "West Lothian Council", service: "Highways and street lighting",
      owner: "Head of ICT", status: status.rawValue, statusStyle: Tag(status).style, kind: kind,
      method: method, gross: money.0, netName: "Net, £",
      cashableName: "Cashable, £", net: money.1, cashable: money.2, visibility: "Shared")
  }
}
