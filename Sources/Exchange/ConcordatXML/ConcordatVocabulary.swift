import Calculator
import Programme

/// The elements of Concordat XML, version 1.
enum ConcordatVocabulary {
  static let namespace = "urn:concordat:benefits:1"

  /// What a register says about itself, under the names of the e-Government Metadata Standard.
  static let metadata: [(name: String, field: Cover.Field)] = [
    ("creator", .author), ("date", .date), ("title", .project), ("identifier", .version),
    ("publisher", .council),
  ]
  /// The same for every register: what it is about, and who can read it.
  static let subject = "Benefits realisation"
  static let accessibility = "Structured text, readable without sight, colour or scripts"

  /// The fields of the cover that are neither metadata nor assumptions.
  static let cover = Cover.Field.allCases.filter { field in
    !metadata.contains { $0.field == field } && !Cover.Field.assumptions.contains(field)
  }

  /// The fields that say what a benefit is; all others are inputs of its forecast.
  static let profile: [Benefit.Field] = [
    .reference, .title, .description, .council, .service, .objective, .category, .stakeholders,
    .tangibility, .cashability, .owner, .status, .accruesTo, .budgetLine, .evidence, .nextReview,
  ]
  static let inputs = Benefit.Field.allCases.filter { !profile.contains($0) }
  static let criterion = CriterionRow.Field.allCases.filter { $0 != .benefitReference }

  static let programme = ConcordatElement(
    "programme",
    .elements([
      metadataElement,
      ConcordatElement("cover", .elements(cover.map { .field($0) }), isRequired: true),
      ConcordatElement(
        "assumptions", .elements(Cover.Field.assumptions.map { .field($0) }), isRequired: true),
      .list("channelCosts", .record("channelCost", .channelCost, ChannelCost<Exact>.self)),
      .list("councils", council),
      .list("services", name("service", .service)),
      .list("stakeholders", name("stakeholder", .stakeholder)),
      .list("benefits", benefit),
      .list("costs", .record("cost", .cost, Cost.self)),
      .list("periodValues", .record("periodValue", .actual, Actual.self)),
      .list(
        "periodForecasts",
        .record(
          "periodForecast", .forecast, PeriodForecast.Field.allCases,
          required: [.benefitReference, .year])),
      .list("measures", measure),
      ConcordatElement(
        "results",
        .elements([ConcordatElement("figure", .figure, field: "value", kind: .figure, most: nil)]),
        kind: .results),
    ]), kind: .programme, isRequired: true)

  /// In the order of the standard's own list.
  private static var metadataElement: ConcordatElement {
    var elements = metadata.map { ConcordatElement.field($0.field, as: $0.name) }
    elements.insert(ConcordatElement("subject", .fixed(subject)), at: 2)
    elements.append(ConcordatElement("accessibility", .fixed(accessibility)))
    return ConcordatElement("metadata", .elements(elements), isRequired: true)
  }

  private static var council: ConcordatElement {
    ConcordatElement(
      "council",
      .elements([
        ConcordatElement("name", .value(title, isMoney: false), field: "name", isRequired: true),
        ConcordatElement(
          "code", .value(.text(maxCharacters: 9), isMoney: false), field: "code"),
      ]), kind: .council, most: nil)
  }

  private static var benefit: ConcordatElement {
    let required = Benefit.requiredFields
    func part(_ name: String, _ fields: [Benefit.Field]) -> ConcordatElement {
      ConcordatElement(
        name, .elements(fields.map { .field($0, isRequired: required.contains($0)) }),
        isRequired: true)
    }
    return ConcordatElement(
      "benefit",
      .elements([
        part("profile", profile), part("inputs", inputs),
        .list(
          "intangibleScores",
          .record(
            "intangibleScore", .criterion, CriterionRow.self, without: [.benefitReference])),
        .list("additional", column),
      ]), kind: .benefit, most: nil)
  }

  private static var measure: ConcordatElement {
    let value = ConcordatElement.record(
      "value", .measureValue, MeasureValue.Field.allCases, required: [.year])
    return .record(
      "measure", .measure, MeasureSeries.Field.allCases,
      required: [.benefitReference, .name, .kind, .direction, .frequency],
      and: [.list("values", value)])
  }

  /// A column of a council's own, kept with the benefit.
  private static var column: ConcordatElement {
    ConcordatElement(
      "column",
      .elements([
        ConcordatElement(
          "heading", .value(kept, isMoney: false), field: "heading", isRequired: true),
        ConcordatElement("text", .value(kept, isMoney: false), field: "text"),
      ]), kind: .column, most: nil)
  }

  private static func name(_ name: String, _ kind: ConcordatElement.Kind) -> ConcordatElement {
    ConcordatElement(name, .value(title, isMoney: false), field: "name", kind: kind, most: nil)
  }

  private static let title = FieldKind.text(maxCharacters: RecordLimit.titleCharacters)
  /// As long as a cell may be.
  private static let kept = FieldKind.text(maxCharacters: FileLimits().cellBytes)
}
