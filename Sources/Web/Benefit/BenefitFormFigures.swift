import Calculator
import Programme
import Store

/// What comes of a benefit as far as it is typed: put in place anew while somebody types.
struct BenefitFormFigures: Part {
  /// The figures; none while something is missing.
  let figures: [Figure]
  /// What is missing yet, or cannot be used.
  let missing: String?
  let announcement: String
  /// What stands against single inputs, by the ids of their fields.
  let faults: [Message]

  /// What a form brings on the assumptions of a register.
  init(_ form: BenefitForm, _ basis: CalculationBasis) {
    var named = form
    for field in [Benefit.Field.reference, .title] { named.typed[field.rawValue] = "Typed" }
    let reading = Benefit.read(named.texts)
    faults = BenefitFormFigures.faults(reading.problems, in: form)
    guard form.chosenMethod != nil, let benefit = reading.value else {
      figures = []
      missing =
        form.chosenMethod == nil
        ? "Choose how it is worked out, and the figures are here."
        : "Correct the inputs that cannot be used, and the figures are here."
      announcement = ""
      return
    }
    let worked = WorkedBenefit(benefit, cover: basis.cover, channelCosts: basis.channelCosts)
    figures = worked.shownFigures.map { Figure($0.label, $0.value, note: $0.note) }
    missing = worked.noMoney
    announcement = missing ?? figures.map { "\($0.label): \($0.value)" }.joined(separator: ". ")
  }

  private static func faults(_ problems: [Problem], in form: BenefitForm) -> [Message] {
    problems.filter { $0.severity == .error }.compactMap { problem in
      guard let field = Benefit.Field.inputs.first(where: { problem.place == .field($0.rawValue) })
      else { return nil }
      return Message(id: FormField.id(form.place(of: field)), text: problem.message)
    }
  }
}
