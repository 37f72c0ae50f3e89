import Calculator
import Foundation
import Postgres
import Programme

/// A benefit on its way into its table.
struct BenefitDraft: Sendable {
  var id: ID<Benefit>
  var visibility: Visibility
  /// The version that writing it makes.
  var version: Int
  var benefit: Benefit
  var figures: StoredFigures
}

/// The columns of a benefit's content, written and read in one order.
enum BenefitColumns {
  /// What the council says: every column that a change may touch.
  static let content: SQL = """
    reference, title, description, council, service, objective, category, stakeholders,
    tangibility, cashability, owner, status, accrues_to, budget_line, evidence, next_review,
    additional, method, volume, salary, hourly_rate, hours_before, hours_after, unit_cost_before,
    unit_cost_after, from_channel, to_channel, avoidable_share, posts, amount, deadweight_share,
    claim_share, optimism_bias_share, cash_share, drop_off_share, start_year, years, ramp,
    additionality, affected_share, engagement_share, retention_share, impact_share,
    confidence_grade, proxy_value
    """

  /// What the calculator says.
  static let figures: SQL = """
    gross, undefined_because, net, cashable, net_total, cashable_total, is_transfer, score
    """

  /// The same, of the rows that come in.
  static let contentOfDraft: SQL = """
    d.reference, d.title, d.description, d.council, d.service, d.objective, d.category,
    d.stakeholders, d.tangibility, d.cashability, d.owner, d.status, d.accrues_to, d.budget_line,
    d.evidence, d.next_review, d.additional, d.method, d.volume, d.salary, d.hourly_rate,
    d.hours_before, d.hours_after, d.unit_cost_before, d.unit_cost_after, d.from_channel,
    d.to_channel, d.avoidable_share, d.posts, d.amount, d.deadweight_share, d.claim_share,
    d.optimism_bias_share, d.cash_share, d.drop_off_share, d.start_year, d.years, d.ramp,
    d.additionality, d.affected_share, d.engagement_share, d.retention_share, d.impact_share,
    d.confidence_grade, d.proxy_value
    """
  static let figuresOfDraft: SQL = """
    d.gross, d.undefined_because, d.net, d.cashable, d.net_total, d.cashable_total, d.is_transfer,
    d.score
    """

  /// Reads the content, in the order of ``content``.
  static func read(_ row: inout RowReader) throws -> Benefit {
    var benefit = Benefit(
      reference: try row.next(), title: try row.next(), council: "",
      inputs: Inputs(method: .score))
    benefit.description = try row.next()
    benefit.council = try row.next()
    benefit.service = try row.next()
    benefit.objective = try row.next()
    benefit.category = try row.next()
    benefit.stakeholders = try row.next()
    benefit.tangibility = try row.optionalChoice(Tangibility.self)
    benefit.cashability = try row.optionalChoice(Cashability.self)
    benefit.owner = try row.next()
    benefit.status = try row.choice(BenefitStatus.self)
    benefit.accruesTo = try row.choice(Beneficiary.self)
    benefit.budgetLine = try row.next()
    benefit.evidence = try row.next()
    benefit.nextReview = try row.optionalDay()
    benefit.additional = try JSONDecoder().decode(
      [String: String].self, from: Data(try row.next(JSONText.self).text.utf8))
    benefit.inputs = try inputs(&row)
    return benefit
  }

  private static func inputs(_ row: inout RowReader) throws -> Inputs<Exact> {
    var inputs = Inputs<Exact>(method: try row.choice(Calculator.Method.self))
    inputs.volume = try row.optionalExact()
    inputs.salary = try row.optionalExact()
    inputs.hourlyRate = try row.optionalExact()
    inputs.hoursBefore = try row.optionalExact()
    inputs.hoursAfter = try row.optionalExact()
    inputs.unitCostBefore = try row.optionalExact()
    inputs.unitCostAfter = try row.optionalExact()
    inputs.fromChannel = try row.next()
    inputs.toChannel = try row.next()
    inputs.avoidableShare = try row.optionalExact()
    inputs.posts = try row.optionalExact()
    inputs.amount = try row.optionalExact()
    inputs.deadweightShare = try row.optionalExact()
    inputs.claimShare = try row.optionalExact()
    inputs.optimismBiasShare = try row.optionalExact()
    inputs.cashShare = try row.optionalExact()
    inputs.dropOffShare = try row.optionalExact()
    inputs.startYear = try row.next()
    inputs.years = try row.next()
    inputs.ramp = try row.next([Decimal?].self).map { $0?.exact }
    inputs.additionality = try row.optionalChoice(Additionality.self) ?? .proportional
    inputs.affectedShare = try row.optionalExact()
    inputs.engagementShare = try row.optionalExact()
    inputs.retentionShare = try row.optionalExact()
    inputs.impactShare = try row.optionalExact()
    inputs.confidenceGrade = try row.next()
    inputs.proxyValue = try row.optionalExact()
    return inputs
  }
}

extension BenefitDraft {
  /// The row as JSON columns: identity, content and figures.
  var columns: [(name: String, value: ColumnValue)] {
    [
      ("id", .id(id)), ("visibility", .text(visibility.rawValue)), ("version", .whole(version)),
    ] + content + inputs + figureColumns
  }

  private var content: [(name: String, value: ColumnValue)] {
    [
      ("reference", .text(benefit.reference)), ("title", .text(benefit.title)),
      ("description", .text(benefit.description)), ("council", .text(benefit.council)),
      ("service", .text(benefit.service)), ("objective", .text(benefit.objective)),
      ("category", .text(benefit.category)), ("stakeholders", .list(benefit.stakeholders)),
      ("tangibility", .optional(benefit.tangibility?.rawValue)),
      ("cashability", .optional(benefit.cashability?.rawValue)),
      ("owner", .text(benefit.owner)), ("status", .text(benefit.status.rawValue)),
      ("accrues_to", .text(benefit.accruesTo.rawValue)),
      ("budget_line", .text(benefit.budgetLine)), ("evidence", .text(benefit.evidence)),
      ("next_review", .optional(benefit.nextReview?.description)),
      ("additional", .object(benefit.additional)),
    ]
  }

  private var inputs: [(name: String, value: ColumnValue)] {
    let inputs = benefit.inputs
    return [
      ("method", .text(inputs.method.rawValue)), ("volume", .number(inputs.volume)),
      ("salary", .number(inputs.salary)), ("hourly_rate", .number(inputs.hourlyRate)),
      ("hours_before", .number(inputs.hoursBefore)), ("hours_after", .number(inputs.hoursAfter)),
      ("unit_cost_before", .number(inputs.unitCostBefore)),
      ("unit_cost_after", .number(inputs.unitCostAfter)),
      ("from_channel", .optional(inputs.fromChannel)),
      ("to_channel", .optional(inputs.toChannel)),
      ("avoidable_share", .number(inputs.avoidableShare)), ("posts", .number(inputs.posts)),
      ("amount", .number(inputs.amount)), ("deadweight_share", .number(inputs.deadweightShare)),
      ("claim_share", .number(inputs.claimShare)),
      ("optimism_bias_share", .number(inputs.optimismBiasShare)),
      ("cash_share", .number(inputs.cashShare)),
      ("drop_off_share", .number(inputs.dropOffShare)), ("start_year", .whole(inputs.startYear)),
      ("years", .whole(inputs.years)), ("ramp", .numbers(inputs.ramp)),
      ("additionality", .text(inputs.additionality.rawValue)),
      ("affected_share", .number(inputs.affectedShare)),
      ("engagement_share", .number(inputs.engagementShare)),
      ("retention_share", .number(inputs.retentionShare)),
      ("impact_share", .number(inputs.impactShare)),
      ("confidence_grade", .whole(inputs.confidenceGrade)),
      ("proxy_value", .number(inputs.proxyValue)),
    ]
  }

  private var figureColumns: [(name: String, value: ColumnValue)] {
    [
      ("gross", .number(figures.gross)), ("undefined_because", .optional(figures.undefinedBecause)),
      ("net", .numbers(figures.net)), ("cashable", .numbers(figures.cashable)),
      ("net_total", .number(figures.netTotal)), ("cashable_total", .number(figures.cashableTotal)),
      ("is_transfer", .flag(figures.isTransfer)), ("score", .number(figures.score)),
    ]
  }
}

extension StoredFigures {
  /// Reads the figures, in the order of ``BenefitColumns/figures``.
  init(_ row: inout RowReader) throws {
    gross = try row.optionalExact()
    undefinedBecause = try row.next()
    net = try row.next([Decimal]?.self)?.map(\.exact)
    cashable = try row.next([Decimal]?.self)?.map(\.exact)
    row.skip()
    row.skip()
    isTransfer = try row.next()
    score = try row.optionalExact()
  }
}

extension RowReader {
  /// A day in the next column, or nil for NULL.
  mutating func optionalDay() throws -> Programme.Day? {
    guard let day = try next(Postgres.Day?.self) else { return nil }
    return Programme.Day(year: day.year, month: day.month, day: day.day)
  }
}
