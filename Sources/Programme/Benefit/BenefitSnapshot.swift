import Calculator

/// A benefit as it stood at one moment, kept so that it can be compared later: its record field by
/// field, and its forecast year by year as the engine then worked it out.
public struct BenefitSnapshot: Hashable, Sendable {
  /// One year of the forecast, in pounds.
  public struct Year: Hashable, Sendable {
    /// The financial year, "2009/10"; "Year 0" where the register has no base year.
    public var label: String
    /// The net benefit.
    public var net: Exact
    /// The cashable part of it.
    public var cashable: Exact

    /// A year's forecast.
    public init(label: String, net: Exact, cashable: Exact) {
      self.label = label
      self.net = net
      self.cashable = cashable
    }
  }

  /// Canonical texts by the raw names of ``Benefit/Field``; blanks are left out.
  public var fields: [String: String]
  /// What has no field of its own: criteria, and columns that Concordat does not know, by heading.
  public var parts: [String: String]
  /// The forecast; empty when there is no money.
  public var years: [Year]
  /// Pounds a year before ramp, shares and bias; nil when undefined.
  public var gross: Exact?
  /// Why there is no gross; nil when there is one.
  public var undefinedBecause: String?
  /// The weighted score, 0 to 10.
  public var score: Exact?
  /// The value reaches others and is in no total of the council.
  public var isTransfer: Bool
  /// The engine that worked it out.
  public var engine: String

  /// A snapshot with everything given, as it is read back.
  public init(
    fields: [String: String], parts: [String: String], years: [Year], gross: Exact?,
    undefinedBecause: String?, score: Exact?, isTransfer: Bool, engine: String
  ) {
    self.fields = fields
    self.parts = parts
    self.years = years
    self.gross = gross
    self.undefinedBecause = undefinedBecause
    self.score = score
    self.isTransfer = isTransfer
    self.engine = engine
  }

  /// The canonical text of a field as it then was; "" for a blank.
  public func text(_ field: Benefit.Field) -> String { fields[field.rawValue] ?? "" }

  /// The net benefit over all years; nil when there is no money.
  public var netTotal: Exact? { years.isEmpty ? nil : years.map(\.net).reduce(.zero, +) }
  /// The cashable part over all years; nil when there is no money.
  public var cashableTotal: Exact? {
    years.isEmpty ? nil : years.map(\.cashable).reduce(.zero, +)
  }
}

extension BenefitSnapshot {
  /// The record of a benefit; the forecast is added by who has the figures.
  public init(_ benefit: Benefit) {
    let texts = Benefit.Field.allCases.map { ($0.rawValue, benefit.text($0)) }
    var parts = benefit.additional
    if !benefit.criteria.isEmpty { parts[BenefitSnapshot.criteria] = benefit.criteriaText }
    for criterion in benefit.criteria where !criterion.note.isEmpty {
      parts["Note on \(criterion.name)"] = criterion.note
    }
    self.init(
      fields: Dictionary(uniqueKeysWithValues: texts.filter { !$0.1.isEmpty }), parts: parts,
      years: [], gross: nil, undefinedBecause: nil, score: nil,
      isTransfer: benefit.accruesToOthers, engine: EngineVersion.current)
  }

  /// Under which heading the criteria of a scored benefit stand among the parts.
  public static let criteria = "Criteria"
}
