extension Appraisal where N == Exact {
  /// The same appraisal in doubles: fast, and close enough for trials by the thousand.
  public var inDoubles: Appraisal<Double> {
    var appraisal = Appraisal<Double>(
      horizonYears: horizonYears, convention: convention, schedule: schedule.inDoubles,
      assumptions: assumptions.inDoubles,
      channelCosts: channelCosts.map {
        ChannelCost(name: $0.name, cost: $0.cost.double, source: $0.source, year: $0.year)
      },
      benefits: benefits.map(\.inDoubles),
      costs: costs.map {
        CostLine(
          id: $0.id, amount: $0.amount.double, fromYear: $0.fromYear, toYear: $0.toYear,
          optimismBiasShare: $0.optimismBiasShare.double)
      }, prices: prices.inDoubles,
      confidence: ConfidenceTable(shares: confidence.shares.map(\.double)), postRule: postRule)
    appraisal.benefitLevel = benefitLevel.double
    appraisal.costLevel = costLevel.double
    return appraisal
  }
}

extension Prices where N == Exact {
  fileprivate var inDoubles: Prices<Double> {
    Prices<Double>(
      flows: flows, rate: rate, baseYear: baseYear,
      deflator: deflator.map {
        DeflatorTable(
          name: $0.name, source: $0.source, published: $0.published,
          indexes: $0.indexes.mapValues(\.double))
      })
  }
}

extension RateSchedule where N == Exact {
  fileprivate var inDoubles: RateSchedule<Double> {
    switch self {
    case .flat(let rate): .flat(rate.double)
    case .standard: .standard
    case .health: .health
    case .reduced: .reduced
    }
  }
}

extension Assumptions where N == Exact {
  fileprivate var inDoubles: Assumptions<Double> {
    Assumptions<Double>(
      discountRate: discountRate.double, onCostShare: onCostShare.double,
      overheadShare: overheadShare.double, daysPerYear: daysPerYear.double,
      leaveDays: leaveDays.double, bankHolidayDays: bankHolidayDays.double,
      sicknessAndTrainingDays: sicknessAndTrainingDays.double, hoursPerDay: hoursPerDay.double)
  }
}

extension BenefitCase where N == Exact {
  fileprivate var inDoubles: BenefitCase<Double> {
    BenefitCase<Double>(
      id: id, inputs: inputs.inDoubles, isCashable: isCashable, accruesToOthers: accruesToOthers,
      isWithdrawn: isWithdrawn,
      criteria: criteria.map {
        Criterion(
          name: $0.name, weight: $0.weight.double, score: $0.score?.double, note: $0.note)
      },
      labels: labels)
  }
}

extension Inputs where N == Exact {
  fileprivate var inDoubles: Inputs<Double> {
    Inputs<Double>(
      method: method, volume: volume?.double, salary: salary?.double,
      hourlyRate: hourlyRate?.double, hoursBefore: hoursBefore?.double,
      hoursAfter: hoursAfter?.double, unitCostBefore: unitCostBefore?.double,
      unitCostAfter: unitCostAfter?.double, avoidableShare: avoidableShare?.double,
      posts: posts?.double, amount: amount?.double, fromChannel: fromChannel,
      toChannel: toChannel, additionality: additionality,
      affectedShare: affectedShare?.double, engagementShare: engagementShare?.double,
      retentionShare: retentionShare?.double, impactShare: impactShare?.double,
      deadweightShare: deadweightShare?.double, claimShare: claimShare?.double,
      optimismBiasShare: optimismBiasShare?.double, confidenceGrade: confidenceGrade,
      cashShare: cashShare?.double, dropOffShare: dropOffShare?.double, startYear: startYear,
      years: years, ramp: ramp.map { $0?.double }, proxyValue: proxyValue?.double)
  }
}
