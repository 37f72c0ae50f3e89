import Calculator

/// A council's benefits register: what a calculator workbook holds, and what the store keeps.
public struct Register: Hashable, Sendable {
  /// The head of the register.
  public var cover = Cover()
  /// What a contact costs by channel.
  public var channelCosts: [ChannelCost<Exact>] = []
  /// The benefits, in the order of their file or of their references.
  public var benefits: [Benefit] = []
  /// The costs.
  public var costs: [Cost] = []
  /// What was really achieved.
  public var actuals: [Actual] = []
  /// What was forecast of single periods of the benefits' money, and why figures are missing.
  public var forecasts: [PeriodForecast] = []
  /// What is measured of the benefits, with every value.
  public var measures: [MeasureSeries] = []

  /// An empty register.
  public init() {}

  /// The horizon of layout 1: years 0 to 5.
  public static let horizonYears = 5

  /// The register as the calculator takes it; convention and schedule are the cover's unless
  /// given.
  public func appraisal(
    convention: Convention? = nil, schedule: RateSchedule<Exact>? = nil
  ) -> Appraisal<Exact> {
    let rates = schedule ?? cover.schedule.rates(flat: cover.assumptions.discountRate)
    return Appraisal(
      horizonYears: Register.horizonYears, convention: convention ?? cover.convention,
      schedule: rates,
      assumptions: cover.assumptions, channelCosts: channelCosts,
      benefits: benefits.map(\.benefitCase), costs: costs.map(\.costLine),
      prices: cover.prices(at: ScheduleChoice(rates)),
      postRule: cover.postRule)
  }
}

extension Register {
  /// What no single row can show: references that stand twice, rows about benefits that are not
  /// there, channels without a cost, more benefits than a register holds.
  public var problems: [Problem] {
    duplicates(benefits.map(\.reference), in: "Benefits")
      + duplicates(costs.map(\.reference), in: "Costs")
      + duplicates(actuals.map(\.key), in: "Actuals")
      + strayActuals + overlappingActuals + outsideActuals + unknownChannels + excess
      + seriesProblems
  }

  /// What is expected where a reference stands twice: tells such problems from the others.
  public static let duplicateExpectation = "each reference once"

  func duplicates(_ references: [String], in sheet: String) -> [Problem] {
    var seen: Set<String> = []
    return references.filter { !seen.insert($0.lowercased()).inserted }.map { reference in
      Problem(
        .error, at: .file, subject: sheet, found: reference,
        expected: Register.duplicateExpectation,
        mend: "Give one of the rows another reference, or remove it.")
    }
  }

  private var strayActuals: [Problem] {
    let known = Set(benefits.map { $0.reference.lowercased() })
    return actuals.filter { !known.contains($0.benefitReference.lowercased()) }.map { actual in
      Problem(
        .error, at: .file, subject: "Actuals", found: actual.benefitReference,
        expected: "the reference of a benefit in the register",
        mend: "Correct the reference, or add the benefit.")
    }
  }

  /// A year beside its quarters, or a quarter beside its months: the longer one counts.
  private var overlappingActuals: [Problem] {
    let spans = Dictionary(grouping: actuals, by: { $0.benefitReference.lowercased() })
    return actuals.filter { actual in
      spans[actual.benefitReference.lowercased(), default: []].contains {
        $0.span.isAround(actual.span)
      }
    }.map { actual in
      Problem(
        .warning, at: .file, subject: "Actuals", found: actual.key,
        expected: "periods that do not overlap",
        mend: "The longer period counts and this one is a part of it; leave one of them out.")
    }
  }

  /// Actuals of years that have nothing to do with the programme: a slip of the pen, as a rule.
  private var outsideActuals: [Problem] {
    guard let bounds = cover.baseYear.map({ PeriodBounds(around: $0) }) else { return [] }
    return actuals.filter { !bounds.contains($0.year) }.map { actual in
      Problem(
        .warning, at: .file, subject: "Actuals", found: actual.key,
        expected: "a year from \(bounds.first) to \(bounds.last)", mend: "Check the year.")
    }
  }

  private var unknownChannels: [Problem] {
    let known = Set(channelCosts.map { $0.name.lowercased() })
    return benefits.flatMap { benefit in
      [benefit.inputs.fromChannel, benefit.inputs.toChannel].compactMap { channel in
        guard let channel, !known.contains(channel.lowercased()) else { return nil }
        return Problem(
          .warning, at: .file, subject: "Benefit \(benefit.reference)", found: channel,
          expected: "a channel with a cost",
          mend: "Add the channel and its cost, or correct its name.")
      }
    }
  }

  private var excess: [Problem] {
    guard benefits.count > RecordLimit.benefitsInRegister else { return [] }
    return [
      Problem(
        .error, at: .file, subject: "Benefits", found: "\(benefits.count) benefits",
        expected: "at most \(Shown.whole(RecordLimit.benefitsInRegister)) benefits",
        mend: "Split the register into several projects.")
    ]
  }
}

extension Actual {
  /// What makes an actual the only one of its kind: benefit, year and period.
  public var key: String { "\(benefitReference) \(span)" }
  /// The period it is of.
  public var span: PeriodSpan { PeriodSpan(year, period) }
}
