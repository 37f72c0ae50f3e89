import Calculator
import Programme
import Store

/// What pages say about a benefit's honesty.
enum HonestyWords {
  /// What somebody has to look at, in sentences.
  static func flags(_ about: BenefitHonesty) -> [String] {
    let drawn = Set(about.shares.filter(\.counts).map(\.source))
    return about.sources.filter { drawn.contains($0.id) && $0.claims.isTooMuch }.map {
      "\(Shown.percentage($0.claims.total)) of “\($0.source.name)” is claimed in all: agree who "
        + "claims what. Until then the benefit is not approved."
    } + (about.check.standing.isFlagged ? [flag(about.check)].compactMap(\.self) : [])
  }

  /// What is said of a measure that got worse, or may for a while; nil where it holds.
  static func flag(_ check: StoredCheck) -> String? {
    guard let measure = check.measure else { return nil }
    let value = measure.last.map { "\(shown($0.value, measure)) up to \($0.lastDay.words)" } ?? ""
    let name = "“\(measure.name)” of \(measure.reference)"
    return switch check.standing {
    case .holds, .unknown: nil
    case .fallen: "\(name) got worse: \(value). It is to keep \(floor(check, measure))."
    case .dips:
      "\(name) dips to \(value). That was expected until \(Shown.day(check.check.dip?.to))."
    case .dipTooLong:
      "\(name) is still at \(value). It was expected to recover by "
        + "\(Shown.day(check.check.dip?.to))."
    case .dipTooDeep: "\(name) dips deeper than was expected: \(value)."
    }
  }

  /// "Your council 60 %, other councils 40 %, together 100 %".
  static func claims(_ claims: SourceClaims) -> String {
    "Your organisation \(Shown.percentage(claims.own)), other councils "
      + "\(Shown.percentage(claims.others)), together \(Shown.percentage(claims.total))"
  }

  /// Whose budget pays, line by line.
  static func payer(_ stored: StoredCheck) -> [SummaryLine] {
    let check = stored.check
    guard !check.payer.isEmpty else {
      return [SummaryLine("Whose budget pays for it", "The council's own")]
    }
    let note =
      stored.payerTakesPart
      ? "takes part in the programme: a saving here is a cost there" : "outside the programme"
    return [
      SummaryLine("Whose budget pays for it", check.payer, note: note),
      SummaryLine("What is a saving here and a cost there", Shown.words(check.payerNote)),
    ]
  }

  /// The measure that must not get worse, line by line.
  static func measure(_ stored: StoredCheck) -> [SummaryLine] {
    guard let measure = stored.measure else {
      return [SummaryLine("Measure that must not get worse", "none named yet")]
    }
    let last =
      measure.last.map { "\(shown($0.value, measure)), up to \($0.lastDay.words)" }
      ?? "no value recorded yet"
    let dip = stored.check.dip.map {
      "from \($0.from.words) to \($0.to.words), by at most \(shown($0.depth, measure))"
    }
    return [
      SummaryLine(
        "Measure that must not get worse", measure.name,
        note: "of \(measure.reference), \(measure.moreIsBetter ? "more" : "less") is better"),
      SummaryLine("Is to keep", floor(stored, measure)), SummaryLine("Last value", last),
      SummaryLine("Expected dip", dip ?? "none"),
    ]
  }

  private static func floor(_ stored: StoredCheck, _ measure: CheckedMeasure) -> String {
    if let floor = stored.check.floor { return shown(floor, measure) }
    guard let baseline = measure.baseline else { return "its baseline, which is not known" }
    return "\(shown(baseline, measure)), its baseline"
  }

  static func shown(_ value: Exact, _ measure: CheckedMeasure) -> String {
    if measure.isPercentage { return Shown.percentage(value) }
    return measure.unit.isEmpty
      ? Shown.quantity(value) : "\(Shown.quantity(value)) \(measure.unit)"
  }
}

extension Tag {
  /// How a measure stands that must not get worse.
  init(_ standing: CheckStanding) {
    switch standing {
    case .holds: self.init(standing.rawValue, .green)
    case .dips: self.init(standing.rawValue, .yellow)
    case .fallen, .dipTooLong, .dipTooDeep: self.init(standing.rawValue, .red)
    case .unknown: self.init(standing.rawValue, .grey)
    }
  }
}
