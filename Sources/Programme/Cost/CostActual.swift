import Calculator

/// What a cost really came to in one financial year, or why nobody knows.
public struct CostActual: Hashable, Sendable {
  /// The financial year.
  public var year: FinancialYear
  /// Pounds; nil where there is no figure.
  public var value: Exact?
  /// Why there is no figure; "" where there is one.
  public var noValueBecause: String
  /// What shows it.
  public var evidence: String
  /// How settled the figure is.
  public var maturity: Maturity

  /// What a cost came to; preliminary and without evidence unless given.
  public init(
    year: FinancialYear, value: Exact?, noValueBecause: String = "", evidence: String = "",
    maturity: Maturity = .preliminary
  ) {
    self.year = year
    self.value = value
    self.noValueBecause = noValueBecause
    self.evidence = evidence
    self.maturity = maturity
  }

  /// All of it in a few words, for the journal.
  var words: String {
    guard let value else { return "no figure: \(noValueBecause)" }
    return ["£\(value.text)", evidence, maturity.rawValue].filter { !$0.isEmpty }
      .joined(separator: ", ")
  }
}

extension CostActual: Record {
  /// The fields of what a cost came to.
  public enum Field: String, RecordField {
    case year, value, noValueBecause, evidence, maturity

    /// The heading of its column.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .year: "Financial year"
      case .value: "Actual cost"
      case .noValueBecause: "No figure because"
      case .evidence: "Evidence"
      case .maturity: "Maturity"
      }
    }

    /// The unit.
    public var unit: String { self == .value ? "£" : "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .year: .financialYear
      case .value: RecordLimit.money
      case .noValueBecause, .evidence: RecordLimit.title
      case .maturity: .choice(Maturity.allCases.map(\.rawValue))
      }
    }
  }

  /// Reads what was typed. There is a figure or a reason why there is none, and never both.
  public static func read(_ texts: [Field: String]) -> Reading<CostActual> {
    var reader = FieldReader(texts)
    _ = reader.required(.year)
    let year = reader.financialYear(.year)
    let typed = reader.text(.value)
    let value = reader.number(.value)
    let reason = reader.text(.noValueBecause)
    if typed.isEmpty, reason.isEmpty {
      reader.refuse(.value, "", "a figure", "Enter what it cost, or say why there is no figure.")
    }
    if !typed.isEmpty, !reason.isEmpty {
      reader.refuse(
        .noValueBecause, reason, "a figure or a reason, not both",
        "Remove the figure or the reason.")
    }
    let evidence = reader.text(.evidence)
    let maturity =
      reader.choice(.maturity, Maturity.self, synonyms: ChoiceWords.maturity) ?? .preliminary
    guard let year else { return Reading(value: nil, problems: reader.problems) }
    return Reading(
      value: CostActual(
        year: year, value: value, noValueBecause: reason, evidence: evidence, maturity: maturity),
      problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .year: year.description
    case .value: value?.text ?? ""
    case .noValueBecause: noValueBecause
    case .evidence: evidence
    case .maturity: maturity.rawValue
    }
  }
}
