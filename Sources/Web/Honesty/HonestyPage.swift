import Calculator
import Exchange
import Programme
import Store

/// Everything that may make figures dishonest, with counts that lead to it.
struct HonestyPage: Page {
  static let template = "honesty/summary"

  let title = "Checks"
  let counts: [Count]
  let flagged: [CheckRow]
  let dips: [CheckRow]
  let payers: [Payer]
  let exports: [Link]
  let area: Area? = .benefits
  let trail = [Link("Benefits", "/benefits")]
  let isWide = true

  /// One way in which figures may be dishonest.
  struct Count: Part {
    let count: String
    let what: Link
    let why: String
  }

  /// A benefit whose measure got worse.
  struct CheckRow: Part {
    let benefit: Link
    let council: String
    let measure: String
    let standing: Tag
  }

  /// Benefits that another's budget pays for.
  struct Payer: Part {
    let name: String
    let note: String
    let totals: [String]
    let rows: [Row]

    /// One benefit; its money in pounds over all years: cashable, non-cashable, to others.
    struct Row: Part {
      let benefit: Link
      let council: String
      let what: String
      let money: [String]
    }
  }
}

/// What the store knows of the honesty of all benefits within sight.
struct RegisterHonesty: Sendable {
  let sources: [StoredSource]
  let duplicateCount: Int
  let flagged: [CheckedBenefit]
  let dips: [CheckedBenefit]
  let paid: [CheckedBenefit]
  let withoutCheckCount: Int
}

extension HonestyPage {
  init(_ about: RegisterHonesty) {
    counts = HonestyPage.counts(about)
    flagged = about.flagged.map(CheckRow.init)
    dips = about.dips.map(CheckRow.init)
    let byPayer = Dictionary(grouping: about.paid) { $0.payer.lowercased() }
    payers = byPayer.sorted { $0.key < $1.key }.map { Payer($0.value) }
    exports = Link.exports("/benefits/honesty") { $0 }
  }

  private static func counts(_ about: RegisterHonesty) -> [Count] {
    let tooMuch = about.sources.count { $0.claims.isTooMuch }
    func count(_ number: Int, _ what: String, _ href: String, _ why: String) -> Count {
      Count(count: Shown.quantity(Exact(number)), what: Link(what, href), why: why)
    }
    return [
      count(
        tooMuch, "shared sources claimed by more than the whole", "/benefits/sources",
        "Benefits that draw on them are not approved."),
      count(
        about.duplicateCount, "pairs that may be the same benefit", "/benefits/duplicates",
        "The same saving would be counted twice."),
      count(
        about.flagged.count, "measures that got worse", "/benefits?needs=fallenCheck",
        "The saving may have been had by serving people worse."),
      count(
        about.withoutCheckCount, "benefits without a check",
        "/benefits?needs=withoutCheck",
        "Cashable benefits and channel shift name a measure that must not get worse."),
      count(
        about.paid.count, "benefits that another's budget pays for", "#payers",
        "A saving here is a cost there."),
    ]
  }
}

extension HonestyPage.CheckRow {
  fileprivate init(_ row: CheckedBenefit) {
    benefit = Link("\(row.reference) \(row.title)", "/benefits/\(row.id)/checks")
    council = row.councilName
    measure = row.measureName ?? Shown.unknown
    standing = Tag(row.standing)
  }
}

extension HonestyPage.Payer {
  fileprivate init(_ rows: [CheckedBenefit]) {
    name = rows.first?.payer ?? ""
    note =
      rows.contains(where: \.payerTakesPart)
      ? "Takes part in the programme: for the programme as a whole nothing is saved."
      : "Outside the programme."
    totals = CheckedBenefit.parts.map { part in
      let known = rows.compactMap { $0[keyPath: part] }
      return known.isEmpty ? "" : Shown.bare(known.reduce(.zero, +))
    }
    self.rows = rows.map { row in
      Row(
        benefit: Link("\(row.reference) \(row.title)", "/benefits/\(row.id)/checks"),
        council: row.councilName, what: row.payerNote,
        money: CheckedBenefit.parts.map { row[keyPath: $0].map { Shown.bare($0) } ?? "" })
    }
  }
}

extension CheckedBenefit {
  /// The parts that are never added up: cashable, the rest, and what goes to others.
  fileprivate static var parts: [KeyPath<CheckedBenefit, Exact?>] {
    [\.ownCashable, \.ownNonCashable, \.transfer]
  }

  fileprivate var ownCashable: Exact? { isTransfer ? nil : cashable }
  fileprivate var ownNonCashable: Exact? {
    guard !isTransfer, let net, let cashable else { return nil }
    return net - cashable
  }
  fileprivate var transfer: Exact? { isTransfer ? net : nil }
}

extension HonestyPage {
  static let sample = HonestyPage(isEmpty: false)
  static let states = ["empty": HonestyPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    counts = [
      Count(
        count: "1", what: Link("shared source", "/benefits/sources"), why: "Not approved.")
    ]
    let row = CheckRow(
      benefit: Link("B001 Fewer visits", "/benefits/1/checks"), council: "West Lothian Council",
      measure: "Satisfaction", standing: Tag(.fallen))
    flagged = isEmpty ? [] : [row]
    dips = flagged
    let payer = Payer(
      name: "NHS Lothian", note: "Outside the programme.", totals: ["1,000.00", "0.00", "0.00"],
      rows: [
        Payer.Row(
          benefit: Link("B001 Fewer visits", "/benefits/1/checks"),
          council: "West Lothian Council", what: "Fewer referrals", money: ["1,000.00", "0.00", ""])
      ])
    payers = isEmpty ? [] : [payer]
    exports = Link.exports("/benefits/honesty") { $0 }
  }
}

extension Exchange.Table {
  /// Everything that is flagged, a row each.
  init(_ about: RegisterHonesty) {
    let sources = about.sources.filter(\.claims.isTooMuch).map { source -> [TableCell] in
      [
        .text("Shared source claimed by more than the whole"), .text(""),
        .text(source.source.name), .text(source.councilName),
        .text("\((source.claims.total * Exact(100)).text) %"), .blank,
      ]
    }
    let checks = (about.flagged + about.dips).map { row -> [TableCell] in
      [
        .text(row.standing.rawValue), .text(row.reference), .text(row.title),
        .text(row.councilName), .text(row.measureName ?? ""), .money(orBlank: row.net),
      ]
    }
    let paid = about.paid.map { row -> [TableCell] in
      [
        .text("Paid by another's budget"), .text(row.reference), .text(row.title),
        .text(row.councilName), .text(row.payer), .money(orBlank: row.net),
      ]
    }
    self.init(
      headings: ["Check", "Reference", "Title", "Council", "What", "Net £ over all years"],
      rows: sources + checks + paid)
  }
}
