import Calculator

extension Pattern {
  /// The method; nil when the word is none.
  public var calculation: Calculator.Method? { Calculator.Method(rawValue: method) }

  /// The texts of a benefit that follows the pattern, by field.
  public var texts: [Benefit.Field: String] {
    var texts: [Benefit.Field: String] = [
      .title: title, .description: description, .service: service, .category: category,
      .method: method, .tangibility: tangibility, .cashability: cashability,
      .stakeholders: stakeholders.joined(separator: "; "),
    ]
    for assumption in assumptions {
      guard let field = assumption.benefitField else { continue }
      texts[field] = assumption.value
    }
    return texts
  }

  /// The benefit that follows from it, under a reference, and everything against it.
  public func benefit(reference: String, council: String) -> Reading<Benefit> {
    var texts = texts
    texts[.reference] = reference
    texts[.council] = council
    let reading = Benefit.read(texts)
    var benefit = reading.value
    benefit?.criteria = (criteria ?? []).map {
      Criterion(name: $0.name, weight: Exact(text: $0.weight) ?? .one, score: nil)
    }
    return Reading(value: benefit, problems: reading.problems)
  }
}

extension Pattern.Assumption {
  /// The field it is about; nil for a name that is no input of a benefit.
  public var benefitField: Benefit.Field? {
    Benefit.Field(rawValue: field).flatMap { Benefit.Field.inputs.contains($0) ? $0 : nil }
  }
}

extension Benefit.Field {
  /// What a forecast is worked out from, and so may be assumed.
  public static let inputs: [Benefit.Field] =
    [
      .volume, .salary, .hourlyRate, .hoursBefore, .hoursAfter, .unitCostBefore, .unitCostAfter,
      .fromChannel, .toChannel, .avoidableShare, .posts, .amount, .deadweightShare, .claimShare,
      .optimismBiasShare, .cashShare, .startYear, .years, .dropOffShare, .affectedShare,
      .engagementShare, .retentionShare, .impactShare, .proxyValue,
    ] + ramp
}

extension Pattern {
  /// A pattern that a benefit follows: its inputs as assumptions without reasons yet, and nothing of
  /// its owner, evidence and history.
  public init(of benefit: Benefit) {
    self.init(
      id: "", edition: 1, title: benefit.title, description: benefit.description,
      service: benefit.service, category: benefit.category, method: benefit.inputs.method.rawValue,
      tangibility: benefit.text(.tangibility), cashability: benefit.text(.cashability),
      stakeholders: benefit.stakeholders,
      assumptions: Benefit.Field.inputs.compactMap { field in
        let text = benefit.text(field)
        return text.isEmpty
          ? nil : Assumption(field: field.rawValue, value: text, reason: "Replace it by your own.")
      },
      criteria: benefit.criteria.isEmpty
        ? nil
        : benefit.criteria.map { PatternCriterion(name: $0.name, weight: $0.weight.text) },
      measures: [], evidence: [], pitfalls: [])
  }
}

extension Pattern.SuggestedMeasure {
  /// The measure to add to a benefit, with its baseline still to find out; nil when a word of it is
  /// none.
  public var measure: Measure? {
    guard let kind = MeasureKind(rawValue: kind),
      let direction = MeasureDirection(rawValue: direction),
      let frequency = Frequency(rawValue: frequency)
    else { return nil }
    var measure = Measure(
      name: name, unit: kind == .percentage ? "" : unit, kind: kind, direction: direction,
      frequency: frequency)
    measure.source = "To find out first: \(baseline)"
    return measure
  }
}
