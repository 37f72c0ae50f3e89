import Calculator
import Programme

/// What was typed for a benefit, by the names of the form.
///
/// A method's inputs are named after it ("Time.volume"), because several methods ask for the same
/// field and each has a place of its own on the page. Shares are typed as percentages.
struct BenefitForm: Sendable {
  /// What was typed, by name.
  var typed: [String: String]

  /// A form as it was sent.
  init(typed: [String: String]) { self.typed = typed }

  /// The form that shows a benefit as it stands.
  init(_ benefit: Benefit) {
    typed = [:]
    for field in Benefit.Field.allCases {
      let text = BenefitForm.percentTyped(benefit.text(field), field)
      for name in BenefitForm.names(of: field) { typed[name] = text }
    }
    for (place, criterion) in benefit.criteria.enumerated() {
      typed[CriterionName(place).name] = criterion.name
      typed[CriterionName(place).weight] = criterion.weight.text
      typed[CriterionName(place).score] = criterion.score?.text ?? ""
    }
  }

  /// The texts as ``Benefit/read(_:)`` takes them. An input of several methods is taken from the
  /// chosen one, and where that does not ask for it, from the first that has it, so that changing
  /// the method loses nothing.
  var texts: [Benefit.Field: String] {
    var texts: [Benefit.Field: String] = [:]
    for field in Benefit.Field.allCases {
      let names = BenefitForm.names(of: field)
      let own = chosenMethod.map { BenefitForm.name(of: field, in: $0) } ?? ""
      let text = typed[own] ?? names.lazy.compactMap { typed[$0] }.first { !$0.isEmpty } ?? ""
      texts[field] = BenefitForm.percentRead(text, field)
    }
    return texts
  }

  /// The criteria typed for a scored benefit, and what stands against them.
  var criteria: Reading<[Criterion<Exact>]> {
    var read: [Criterion<Exact>] = []
    var problems: [Problem] = []
    for place in 0..<BenefitForm.criterionLimit {
      let names = CriterionName(place)
      let name = TrimmedText.of(typed[names.name] ?? "")
      let weight = number(names.weight, "Weight", Exact(1), upTo: 1000, &problems)
      let score = number(names.score, "Score", nil, upTo: 10, &problems)
      guard !name.isEmpty else { continue }
      read.append(Criterion(name: name, weight: weight ?? .one, score: score))
    }
    return Reading(value: read, problems: problems)
  }

  /// The method that was chosen, when it is one of ours.
  var chosenMethod: Method? { typed[Benefit.Field.method.rawValue].flatMap(Method.init) }

  /// How many criteria a scored benefit has room for on the page.
  static let criterionLimit = 6

  private func number(
    _ name: String, _ subject: String, _ blank: Exact?, upTo limit: Int,
    _ problems: inout [Problem]
  ) -> Exact? {
    let text = TrimmedText.of(typed[name] ?? "")
    guard !text.isEmpty else { return blank }
    if let value = NumberText.read(text), value >= .zero, value <= Exact(limit) { return value }
    problems.append(
      Problem(
        .error, at: .field(name), subject: subject, found: text,
        expected: "a number from 0 to \(Shown.whole(limit))", mend: "Correct the number."))
    return blank
  }
}

extension BenefitForm {
  /// The fields each method asks for, in the order of its formula.
  static func fields(of method: Method) -> [Benefit.Field] {
    switch method {
    case .time: [.volume, .hoursBefore, .hoursAfter, .salary, .hourlyRate]
    case .unit: [.volume, .unitCostBefore, .unitCostAfter]
    case .channel: [.volume, .fromChannel, .toChannel]
    case .contact: [.volume, .avoidableShare, .fromChannel]
    case .fte: [.posts, .salary]
    case .amount: [.amount]
    case .takeUp: [.volume, .amount]
    case .score: [.proxyValue]
    }
  }

  /// The name of a field within a method; the plain name of one that no method owns.
  static func name(of field: Benefit.Field, in method: Method) -> String {
    fields(of: method).contains(field)
      ? "\(method.rawValue).\(field.rawValue)" : field.rawValue
  }

  /// Every name a field goes by on the page.
  static func names(of field: Benefit.Field) -> [String] {
    let names = Method.allCases.filter { fields(of: $0).contains(field) }
      .map { name(of: field, in: $0) }
    return names.isEmpty ? [field.rawValue] : names
  }

  /// Where a problem of a field is shown while this method is chosen.
  func place(of field: Benefit.Field) -> String {
    guard let chosenMethod else { return BenefitForm.names(of: field).first ?? field.rawValue }
    let name = BenefitForm.name(of: field, in: chosenMethod)
    let names = BenefitForm.names(of: field)
    return names.contains(name) ? name : names.first ?? field.rawValue
  }

  private static func isShare(_ field: Benefit.Field) -> Bool {
    if case .share = field.kind { true } else { false }
  }

  /// "10" typed in a percentage is 10 %.
  private static func percentRead(_ text: String, _ field: Benefit.Field) -> String {
    PercentText.withSign(text, if: isShare(field))
  }

  private static func percentTyped(_ text: String, _ field: Benefit.Field) -> String {
    PercentText.typed(text, if: isShare(field))
  }
}

/// The names of the three fields of one criterion.
struct CriterionName: Sendable {
  let name: String
  let weight: String
  let score: String

  init(_ place: Int) {
    name = "criterion\(place + 1).name"
    weight = "criterion\(place + 1).weight"
    score = "criterion\(place + 1).score"
  }
}
