import Calculator

/// A cost of the programme to one council, one-off or recurring.
public struct Cost: Hashable, Sendable {
  /// The council's own reference, unique in its register: "C1".
  public var reference: String
  /// The name of the council.
  public var council: String
  /// What is paid for.
  public var description: String
  /// Pounds in each of its years; negative for a residual value.
  public var amount: Exact
  /// The first year, from the base year.
  public var fromYear: Int
  /// The last year, inclusive.
  public var toYear: Int
  /// The share by which costs like it turn out higher.
  public var optimismBiasShare: Exact?

  /// A cost.
  public init(
    reference: String, council: String, description: String, amount: Exact, fromYear: Int,
    toYear: Int, optimismBiasShare: Exact? = nil
  ) {
    self.reference = reference
    self.council = council
    self.description = description
    self.amount = amount
    self.fromYear = fromYear
    self.toYear = toYear
    self.optimismBiasShare = optimismBiasShare
  }

  /// The cost as the calculator takes it.
  public var costLine: CostLine<Exact> {
    CostLine(
      id: reference, amount: amount, fromYear: fromYear, toYear: toYear,
      optimismBiasShare: optimismBiasShare ?? .zero)
  }
}

extension Cost: Record {
  /// The fields of a cost, in the order of layout 1.
  public enum Field: String, RecordField {
    case reference, council, description, amount, fromYear, toYear, optimismBiasShare

    /// The heading in layout 1.
    public var header: String {
      switch self {
      case .reference: "CostID"
      case .council: "Council"
      case .description: "Description"
      case .amount: "Amount"
      case .fromYear: "FromYear"
      case .toYear: "ToYear"
      case .optimismBiasShare: "OptimismBias"
      }
    }

    /// The label on pages.
    public var label: String {
      switch self {
      case .reference: "Reference"
      case .council: "Council"
      case .description: "Description"
      case .amount: "Amount"
      case .fromYear: "From year"
      case .toYear: "To year"
      case .optimismBiasShare: "Optimism bias"
      }
    }

    /// The unit.
    public var unit: String {
      switch self {
      case .amount: "£ a year"
      case .fromYear, .toYear: "from base year"
      case .optimismBiasShare: "%"
      default: ""
      }
    }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .reference: .text(maxCharacters: 40)
      case .council: RecordLimit.title
      case .description: RecordLimit.prose
      case .amount: RecordLimit.money
      case .fromYear, .toYear: .whole(0...500)
      case .optimismBiasShare: .share(from: .zero, to: Exact(10))
      }
    }
  }

  /// Reads a cost from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<Cost> {
    var reader = FieldReader(texts)
    let reference = reader.required(.reference)
    _ = reader.required(.amount)
    let amount = reader.number(.amount)
    let fromYear = reader.whole(.fromYear) ?? 0
    let toYear = reader.whole(.toYear) ?? fromYear
    if toYear < fromYear {
      reader.refuse(
        .toYear, String(toYear), "a year that is not before year \(fromYear)",
        "Swap the two years.")
    }
    let cost = Cost(
      reference: reference, council: reader.text(.council),
      description: reader.text(.description), amount: amount ?? .zero, fromYear: fromYear,
      toYear: toYear, optimismBiasShare: reader.number(.optimismBiasShare))
    return Reading(value: cost, problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .reference: reference
    case .council: council
    case .description: description
    case .amount: amount.text
    case .fromYear: String(fromYear)
    case .toYear: String(toYear)
    case .optimismBiasShare: optimismBiasShare?.text ?? ""
    }
  }
}
