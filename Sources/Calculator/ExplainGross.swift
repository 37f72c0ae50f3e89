/// Explains what comes before the years: productive hours, hourly cost and gross benefit.
struct GrossExplanation<N: Number> {
  let assumptions: Assumptions<N>
  let gross: Gross<N>

  init(_ appraisal: Appraisal<N>) {
    assumptions = appraisal.assumptions
    gross = Gross(appraisal)
  }

  private static var given: String { "assumptions" }

  var productiveHours: Working {
    func days(_ name: String, _ value: N) -> WorkingInput {
      WorkingInput(name, value, .days, from: Self.given)
    }
    return Working(
      "productive hours",
      "(days per year − leave days − bank holidays − sickness and training days) × hours per day",
      gross.productiveHours, .hours,
      inputs: [
        days("days per year", assumptions.daysPerYear), days("leave days", assumptions.leaveDays),
        days("bank holidays", assumptions.bankHolidayDays),
        days("sickness and training days", assumptions.sicknessAndTrainingDays),
        WorkingInput("hours per day", assumptions.hoursPerDay, .hours, from: Self.given),
      ])
  }

  func hourlyCost(of benefit: BenefitCase<N>) -> Working {
    let inputs = benefit.inputs
    let cost = Outcome { () throws(Undefined) in try gross.hourlyCost(of: inputs) }
    let source = "benefit \(benefit.id)"
    if let rate = inputs.hourlyRate {
      return Working(
        "hourly cost", "hourly rate", cost, .poundsPerHour,
        inputs: [WorkingInput("hourly rate", rate, .poundsPerHour, from: source)])
    }
    return Working(
      "hourly cost", "salary × (1 + on-cost + overhead) ÷ productive hours", cost, .poundsPerHour,
      inputs: [
        WorkingInput("salary", inputs.salary, .poundsPerYear, from: source), onCost,
        WorkingInput("overhead", assumptions.overheadShare, .share, from: Self.given),
      ],
      steps: [productiveHours])
  }

  private var onCost: WorkingInput {
    WorkingInput("on-cost", assumptions.onCostShare, .share, from: Self.given)
  }

  func annual(of benefit: BenefitCase<N>) -> Working {
    let amount = Outcome { () throws(Undefined) in try gross.amount(of: benefit) }
    return Working(
      "gross", benefit.inputs.method.formula, amount, .poundsPerYear, inputs: inputs(of: benefit),
      steps: benefit.inputs.method == .time ? [hourlyCost(of: benefit)] : [])
  }

  private func inputs(of benefit: BenefitCase<N>) -> [WorkingInput] {
    let typed = benefit.inputs
    func given(_ name: String, _ value: N?, _ unit: Unit) -> WorkingInput {
      WorkingInput(name, value, unit, from: "benefit \(benefit.id)")
    }
    let volume = given("volume", typed.volume, .perYear)
    switch typed.method {
    case .time:
      return [
        volume, given("hours before", typed.hoursBefore, .hours),
        given("hours after", typed.hoursAfter, .hours),
      ]
    case .unit:
      return [
        volume, given("unit cost before", typed.unitCostBefore, .poundsEach),
        given("unit cost after", typed.unitCostAfter, .poundsEach),
      ]
    case .channel:
      return [
        volume, channel("cost of channel from", typed.fromChannel, "from channel"),
        channel("cost of channel to", typed.toChannel, "to channel"),
      ]
    case .contact:
      return [
        volume, given("avoidable share", typed.avoidableShare, .share),
        channel("cost of channel", typed.fromChannel, "from channel"),
      ]
    case .fte:
      return [
        given("posts", typed.posts, .posts), given("salary", typed.salary, .poundsPerYear), onCost,
      ]
    case .amount: return [given("amount", typed.amount, .poundsPerYear)]
    case .takeUp: return [volume, given("award", typed.amount, .poundsEach)]
    case .score: return []
    }
  }

  /// A reference row with its name, source and year.
  private func channel(_ name: String, _ typed: String?, _ input: String) -> WorkingInput {
    let row = Outcome { () throws(Undefined) in try gross.channelCost(typed, input) }
    guard let row = row.value else {
      return WorkingInput(
        name: name, value: "", unit: Unit.poundsEach.rawValue, source: row.reason ?? "")
    }
    let origin = [row.name, row.source, row.year].filter { !$0.isEmpty }.joined(separator: ", ")
    return WorkingInput(name, row.cost, .poundsEach, from: "channel costs: \(origin)")
  }
}

extension Method {
  /// The gross annual benefit in words.
  public var formula: String {
    switch self {
    case .time: "volume × (hours before − hours after) × hourly cost"
    case .unit: "volume × (unit cost before − unit cost after)"
    case .channel: "volume × (cost of channel from − cost of channel to)"
    case .contact: "volume × avoidable share × cost of channel"
    case .fte: "posts × salary × (1 + on-cost)"
    case .amount: "amount"
    case .takeUp: "volume × award"
    case .score: "no money"
    }
  }
}
