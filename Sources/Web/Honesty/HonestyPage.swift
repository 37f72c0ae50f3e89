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
  let area: Area? = .checks
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

extension HonestyPage {
  init(_ about: RegisterHonesty) {
    counts = HonestyPage.counts(about)
    (flagged, dips) = (about.flagged.map(CheckRow.init), about.dips.map(CheckRow.init))
    let byPayer = Dictionary(grouping: about.paid) { $0.payer.lowercased() }
    payers = byPayer.sorted { $0.key < $1.key }.map { Payer($0.value) }
    exports = Link.exports("/benefits/honesty") { $0 }
  }

  private static func counts(_ about: RegisterHonesty) -> [Count] {
    let tooMuch = about.sources.count { $0.claims.isTooMuch }
    func count(
      _ number: Int, _ what: (one: String, many: String), _ href: String, _ why: String
    ) -> Count {
      Count(
        count: Shown.quantity(Exact(number)), what: Link(number == 1 ? what.one : what.many, href),
        why: why)
    }
    return [
      count(
        tooMuch,
        ("shared source is overclaimed", "shared sources are overclaimed"), "/benefits/sources",
        "Benefits that draw on them are not approved."),
      count(
        about.duplicateCount,
        ("pair may be the same benefit", "pairs may be the same benefit"), "/benefits/duplicates",
        "The same saving would be counted twice."),
      count(
        about.flagged.count, ("measure got worse", "measures got worse"),
        "/benefits?needs=fallenCheck",
        "The saving may have been had by serving people worse."),
      count(
        about.withoutCheckCount, ("benefit names no check", "benefits name no check"),
        "/benefits?needs=withoutCheck",
        "Cashable benefits and channel shift name a measure that must not get worse."),
      count(
        about.paid.count,
        ("benefit is paid by another's budget", "benefits are paid by another's budget"), "#payers",
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
