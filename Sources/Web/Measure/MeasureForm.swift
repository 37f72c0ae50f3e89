import Calculator
import Programme
import Store

/// A measure's form as it was sent, or as it shows a stored one. Percentages are typed without
/// their sign; targets have two fields each.
struct MeasureForm: Sendable {
  /// What was typed, by name.
  let typed: [String: String]

  /// Every name the form may have.
  static let names: Set<String> = Set(
    Measure.Field.allCases.filter { $0 != .targets }.map(\.rawValue)
      + places.flatMap { [dayName($0), valueName($0)] } + ["version", "reason"])

  static let places = 1...Measure.targetLimit
  static func dayName(_ place: Int) -> String { "target\(place).day" }
  static func valueName(_ place: Int) -> String { "target\(place).value" }

  /// Takes the fields of the form and no others.
  init(_ sent: Submission) throws(Refusal) {
    try sent.expecting(MeasureForm.names)
    typed = Dictionary(sent.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// The form of a new measure.
  init() {
    typed = [
      "kind": MeasureKind.cumulative.rawValue, "direction": MeasureDirection.up.rawValue,
      "frequency": Frequency.month.rawValue, "maySinkBelowZero": "No",
    ]
  }

  /// The form that shows a measure as it stands.
  init(_ measure: Measure) {
    var typed: [String: String] = [:]
    for field in Measure.Field.allCases { typed[field.rawValue] = measure.text(field) }
    typed["baseline"] = MeasureWords.typed(measure.baseline, of: measure)
    for (place, target) in zip(MeasureForm.places, measure.targets) {
      typed[MeasureForm.dayName(place)] = target.day.description
      typed[MeasureForm.valueName(place)] = MeasureWords.typed(target.value, of: measure)
    }
    self.typed = typed
  }

  /// The version that was read.
  var version: Int? { typed["version"].flatMap { Int($0) } }
  /// Why it is changed.
  var reason: String { TrimmedText.of(typed["reason"] ?? "") }

  private var isPercentage: Bool { typed["kind"] == MeasureKind.percentage.rawValue }

  /// The measure that was typed, with problems of targets at their own fields.
  var reading: Reading<Measure> {
    var texts: [Measure.Field: String] = [:]
    for field in Measure.Field.allCases { texts[field] = typed[field.rawValue] ?? "" }
    texts[.baseline] = PercentText.withSign(texts[.baseline] ?? "", if: isPercentage)
    let targets = MeasureForm.places.compactMap(target)
    texts[.targets] = targets.map { $0.text }.joined(separator: ";")
    let reading = Measure.read(texts)
    let problems = reading.problems.map { problem in
      guard problem.place == .field(Measure.Field.targets.rawValue) else { return problem }
      let place = targets.first { $0.text == problem.found }?.place ?? 1
      return problem.at(.field(MeasureForm.dayName(place)))
    }
    return Reading(value: reading.value, problems: problems)
  }

  /// One target as its field takes it; nil for one that was left blank.
  private func target(_ place: Int) -> (place: Int, text: String)? {
    let day = TrimmedText.of(typed[MeasureForm.dayName(place)] ?? "")
    let value = TrimmedText.of(typed[MeasureForm.valueName(place)] ?? "")
    guard !day.isEmpty || !value.isEmpty else { return nil }
    let text = "\(day) \(PercentText.withSign(value, if: isPercentage))"
    return (place, text.replacing(";", with: ","))  // A semicolon would part one target into two.
  }
}
