import Calculator

/// The words that councils use in the place of ours, folded. Our own are known without them.
enum ChoiceWords {
  /// Also what a column headed "Tangible" answers.
  static let tangibility: [String: Tangibility] = [
    "nontangible": .intangible, "nottangible": .intangible, "qualitative": .intangible,
    "quantitative": .tangible, "tangiblebenefit": .tangible, "intangiblebenefit": .intangible,
    "yes": .tangible, "y": .tangible, "true": .tangible,
    "no": .intangible, "n": .intangible, "false": .intangible,
  ]

  /// "Cash-releasing" and "time-releasing" are the words of the Efficient Government programme in
  /// Scotland; yes and no what a column headed "Cashable" answers.
  static let cashability: [String: Cashability] = [
    "cashreleasing": .cashable, "timereleasing": .nonCashable, "cash": .cashable,
    "noncash": .nonCashable, "notcashable": .nonCashable, "noncashreleasing": .nonCashable,
    "cashablebenefit": .cashable, "noncashablebenefit": .nonCashable,
    "financialcashable": .cashable, "financialnoncashable": .nonCashable,
    "yes": .cashable, "y": .cashable, "true": .cashable,
    "no": .nonCashable, "n": .nonCashable, "false": .nonCashable,
  ]

  static let status: [String: BenefitStatus] = [
    "proposed": .identified, "new": .identified, "agreed": .approved,
    "inprogress": .realising, "beingrealised": .realising, "realizing": .realising,
    "achieved": .realised, "delivered": .realised, "realized": .realised,
    "cancelled": .withdrawn, "dropped": .withdrawn,
  ]

  static let method: [Method: [String]] = [
    .time: ["timesaving", "timesaved", "stafftime", "hours"],
    .unit: ["unitcost", "unitsaving", "costperunit"],
    .channel: ["channelshift", "channelmigration"],
    .contact: ["avoidablecontact", "contactavoided", "avoidedcontact"],
    .fte: ["ftereduction", "ftesaving", "posts", "headcount", "wte"],
    .amount: ["lumpsum", "annualamount", "cashamount", "fixedamount", "budgetreduction"],
    .takeUp: ["benefittakeup", "incometakeup", "transfer"],
    .score: ["scored", "scoring", "qualitative"],
  ]

  /// Every word of ``method`` with what it means.
  static let methods: [String: Method] = Dictionary(
    method.flatMap { method, words in words.map { ($0, method) } }, uniquingKeysWith: { $1 })

  static let priceBase: [String: PriceBase] = [
    "realterms": .real, "constantprices": .real, "constant": .real, "baseyearprices": .real,
    "cashterms": .nominal, "nominalterms": .nominal, "currentprices": .nominal,
    "outturnprices": .nominal, "cash": .nominal,
  ]

  static let maturity: [String: Maturity] = [
    "provisional": .preliminary, "estimate": .preliminary, "estimated": .preliminary,
    "draft": .preliminary, "confirmed": .final, "audited": .final, "actual": .final,
  ]

  /// Quarters in full, and the months of a financial year from April.
  static let period: [String: Period] = {
    var words: [String: Period] = ["annual": .year, "fullyear": .year, "wholeyear": .year]
    let months = [
      "april", "may", "june", "july", "august", "september", "october", "november", "december",
      "january", "february", "march",
    ]
    let periods = Period.allCases.dropFirst()
    for (number, period) in periods.prefix(4).enumerated() {
      for word in ["quarter", "qtr"] { words["\(word)\(number + 1)"] = period }
    }
    for (month, period) in zip(months, periods.dropFirst(4)) {
      words[month] = period
      words[String(month.prefix(3))] = period
    }
    return words
  }()
}
