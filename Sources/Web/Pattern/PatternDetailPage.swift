import Calculator
import Programme
import Store

/// A pattern: what it is, what is assumed and why, how it is measured, and where people go wrong.
struct PatternDetailPage: Page {
  static let template = "pattern/detail"

  let title: String
  let description: String
  let origin: String
  /// Where a benefit is made of it; nil for those who may not.
  let useHref: String?
  /// Where it is removed; nil unless it is one of the viewer's own council.
  let removeAction: String?
  let profile: [SummaryLine]
  let formula: String
  let assumptions: [AssumptionLine]
  let criteria: [SummaryLine]
  let measures: [MeasureLine]
  let evidence: [String]
  let pitfalls: [String]
  let area: Area? = .patterns
  let trail = [Link("Benefits", "/benefits"), Link("Patterns", "/patterns")]

  /// A value that is assumed, with its reason.
  struct AssumptionLine: Part {
    let label: String
    let value: String
    let reason: String
  }

  /// A measure to take.
  struct MeasureLine: Part {
    let name: String
    /// "calls, counted together, each month, should fall".
    let about: String
    let baseline: String
  }

  init(_ shelved: ShelvedPattern, viewer: Viewer) {
    let pattern = shelved.pattern
    title = pattern.title
    description = pattern.description
    origin =
      shelved.stored.map { "A pattern of \($0.organisationName)" }
      ?? "A pattern of Concordat, edition \(pattern.edition)"
    useHref = viewer.may(.writeBenefits) ? "/benefits/new?pattern=\(pattern.id)" : nil
    let isOwn = shelved.stored.map { viewer.mayChange(recordsOf: $0.organisation) } ?? false
    removeAction = isOwn ? "/patterns/\(pattern.id)/remove" : nil
    profile = [
      SummaryLine("Service", Shown.words(pattern.service)),
      SummaryLine("Category", Shown.words(pattern.category)),
      SummaryLine(
        "Kind",
        BenefitWords.kind(
          Tangibility(rawValue: pattern.tangibility), Cashability(rawValue: pattern.cashability))),
      SummaryLine("Who gains or loses", Shown.words(pattern.stakeholders.joined(separator: ", "))),
      SummaryLine(
        "How it is worked out", pattern.calculation.map(FieldWords.name) ?? pattern.method),
    ]
    formula = pattern.calculation.map(FieldWords.formula) ?? ""
    assumptions = pattern.assumptions.map {
      AssumptionLine(label: $0.label, value: $0.shown, reason: $0.reason)
    }
    criteria = (pattern.criteria ?? []).map { SummaryLine($0.name, "weight \($0.weight)") }
    measures = pattern.measures.map(MeasureLine.init)
    evidence = pattern.evidence
    pitfalls = pattern.pitfalls
  }

  static let sample = PatternDetailPage(
    ShelvedPattern(pattern: .sample, stored: .sample),
    viewer: Viewer(
      person: nil, name: "Morag Reid", role: .council,
      organisation: StoredPattern.sample.organisation, organisationName: "Angus Council",
      organisationCode: nil, programme: .random()))
}

extension PatternDetailPage.MeasureLine {
  init(_ measure: Pattern.SuggestedMeasure) {
    name = measure.name
    let should = measure.direction == "Up" ? "should rise" : "should fall"
    about =
      "\(measure.unit), \(measure.kind.lowercased()), each \(measure.frequency.lowercased()), \(should)"
    baseline = measure.baseline
  }
}
