import Calculator
import Programme

/// What the calculator is asked in an address: whose register, and what is changed of it. Shares
/// stand in it as they are typed, in percent.
struct CalculationQuestion: Sendable {
  /// Whose register; nil for the viewer's own.
  var council: CouncilCode?
  /// The benefit whose inputs are open.
  var benefit: String?
  /// What was typed, by name of change.
  var typed: [String: String] = [:]

  static let councilName = "council"
  static let benefitName = "benefit"

  init(council: CouncilCode? = nil) { self.council = council }

  /// Reads a query. Refuses names that are neither ours, nor a change, nor among those of the page.
  init(_ query: Submission, besides more: Set<String> = []) throws(Refusal) {
    let own: Set<String> = [CalculationQuestion.councilName, CalculationQuestion.benefitName]
    let changes = Set(query.fields.map(\.name).filter(CalculationQuestion.isChange))
    try query.expecting(own.union(more).union(changes))
    var reader = QueryReader(query)
    council = reader.read(CalculationQuestion.councilName, "the code of a council") {
      CouncilCode(text: $0)
    }
    benefit = reader.text(CalculationQuestion.benefitName)
    for name in changes { typed[name] = reader.text(name) }
    try reader.finish()
  }

  /// The same question about stored changes.
  init(_ changes: ScenarioChanges, of council: CouncilCode?) {
    self.council = council
    typed = CalculationQuestion.typed(changes)
  }

  /// What differs from a register, and what cannot be used.
  func reading(against appraisal: Appraisal<Exact>) -> ScenarioReading {
    ScenarioReading(
      Dictionary(
        uniqueKeysWithValues: typed.map { name, text in
          (name, PercentText.withSign(text, if: CalculationQuestion.isShare(name)))
        }), against: appraisal)
  }

  /// The address that asks for these changes at a page of the calculator, and nothing else.
  func address(_ path: String, _ changes: ScenarioChanges) -> Address {
    var address = Address(path).with(CalculationQuestion.councilName, council?.description)
    for (name, text) in CalculationQuestion.typed(changes).sorted(by: { $0.key < $1.key }) {
      address = address.with(name, text)
    }
    return address.with(CalculationQuestion.benefitName, benefit)
  }

  /// Changes as they are typed.
  static func typed(_ changes: ScenarioChanges) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: changes.texts.map { name, text in
        (name, PercentText.typed(text, if: isShare(name)))
      })
  }

  static func isChange(_ name: String) -> Bool {
    let settings = [
      ScenarioChanges.conventionName, ScenarioChanges.scheduleName, ScenarioChanges.horizonName,
    ]
    return settings.contains(name) || (try? Variable(text: name)) != nil
  }

  private static func isShare(_ name: String) -> Bool {
    (try? Variable(text: name))?.isShare ?? false
  }
}
