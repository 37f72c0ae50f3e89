import Calculator

/// A judged criterion of one benefit: a row of the sheet Intangibles.
public struct CriterionRow: Hashable, Sendable {
  /// The reference of the benefit.
  public var benefitReference: String
  /// What was judged.
  public var criterion: Criterion<Exact>

  /// A row.
  public init(benefitReference: String, criterion: Criterion<Exact>) {
    self.benefitReference = benefitReference
    self.criterion = criterion
  }
}

extension CriterionRow: Record {
  /// The fields of the sheet Intangibles.
  public enum Field: String, RecordField {
    case benefitReference, criterion, weight, score, note

    /// The heading in layout 1.
    public var header: String {
      self == .benefitReference
        ? "BenefitID" : rawValue.prefix(1).uppercased() + rawValue.dropFirst()
    }

    /// The label on pages.
    public var label: String { self == .benefitReference ? "Benefit" : header }

    /// The unit.
    public var unit: String { self == .score ? "0 to 10" : "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .benefitReference: .text(maxCharacters: 40)
      case .criterion: RecordLimit.title
      case .weight: .number(from: .zero, to: Exact(1_000_000))
      case .score: .number(from: .zero, to: Exact(10))
      case .note: RecordLimit.prose
      }
    }
  }

  /// Reads a row from what was typed. A blank score is not zero.
  public static func read(_ texts: [Field: String]) -> Reading<CriterionRow> {
    var reader = FieldReader(texts)
    let reference = reader.required(.benefitReference)
    let name = reader.required(.criterion)
    _ = reader.required(.weight)
    let criterion = Criterion<Exact>(
      name: name, weight: reader.number(.weight) ?? .zero, score: reader.number(.score),
      note: reader.text(.note))
    return Reading(
      value: CriterionRow(benefitReference: reference, criterion: criterion),
      problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .benefitReference: benefitReference
    case .criterion: criterion.name
    case .weight: criterion.weight.text
    case .score: criterion.score?.text ?? ""
    case .note: criterion.note
    }
  }
}

extension ChannelCost: Record where N == Exact {
  /// The fields of the sheet ChannelCosts.
  public enum Field: String, RecordField {
    case name, cost, source, year

    /// The heading in layout 1.
    public var header: String {
      switch self {
      case .name: "Channel"
      case .cost: "Cost"
      case .source: "Source"
      case .year: "Year"
      }
    }

    /// The label on pages.
    public var label: String { header }

    /// The unit.
    public var unit: String { self == .cost ? "£ a contact" : "" }

    /// What it may hold.
    public var kind: FieldKind { self == .cost ? RecordLimit.amount : RecordLimit.title }
  }

  /// Reads a channel cost from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<ChannelCost<Exact>> {
    var reader = FieldReader(texts)
    let name = reader.required(.name)
    _ = reader.required(.cost)
    let channel = ChannelCost(
      name: name, cost: reader.number(.cost) ?? .zero, source: reader.text(.source),
      year: reader.text(.year))
    return Reading(value: channel, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .name: name
    case .cost: cost.text
    case .source: source
    case .year: year
    }
  }
}
