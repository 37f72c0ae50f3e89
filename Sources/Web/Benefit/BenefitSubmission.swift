import Calculator
import Programme

/// A benefit's form as it was sent: what was typed, who may see it, and from which version.
struct BenefitSubmission: Sendable {
  let form: BenefitForm
  let visibility: Visibility?
  let version: Int?
  let reason: String
  /// The pattern that it is made from; "" for none.
  let pattern: String

  /// Every name the form may have; any other is refused.
  static let names: Set<String> = {
    var names: Set<String> = ["version", "visibility", "reason", "pattern"]
    for field in Benefit.Field.allCases where field != .council {
      names.formUnion(BenefitForm.names(of: field))
    }
    for place in 0..<BenefitForm.criterionLimit {
      let criterion = CriterionName(place)
      names.formUnion([criterion.name, criterion.weight, criterion.score])
    }
    return names
  }()

  /// Takes the fields of the form and no others.
  init(_ sent: Submission) throws(Refusal) {
    try sent.expecting(BenefitSubmission.names)
    let typed = sent.fields.filter { $0.name != FormToken.fieldName }
    form = BenefitForm(
      typed: Dictionary(typed.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
    visibility = sent["visibility"].flatMap(Visibility.init)
    version = sent.given("version").flatMap { Int($0) }
    reason = sent.given("reason") ?? ""
    pattern = sent.given("pattern") ?? ""
  }

  /// The benefit that was typed, upon what the form does not show of the stored one.
  func read(upon stored: Benefit?, council: String) -> Reading<Benefit> {
    var texts = form.texts
    // A new benefit without a reference is given the next number when it is stored.
    let isUnnamed = stored == nil && TrimmedText.of(texts[.reference] ?? "").isEmpty
    if isUnnamed { texts[.reference] = "New" }
    let reading = Benefit.read(texts)
    let criteria = form.criteria
    var problems = reading.problems + criteria.problems
    if visibility == nil {
      problems.append(
        Problem(
          .error, at: .field("visibility"), subject: "Who may see it", found: "",
          expected: "one of the choices", mend: "Choose who may see it."))
    }
    problems += ShortText.problems(reason, at: "reason", "Reason")
    for place in 0..<BenefitForm.criterionLimit {
      let name = CriterionName(place).name
      problems += ShortText.problems(form.typed[name] ?? "", at: name, "Criterion")
    }
    var benefit = reading.value
    if stored == nil, let status = benefit?.status {
      problems += [
        BenefitStatus.identified.refusesChange(to: status, hasBaseline: false)
      ].compactMap { $0 }
    }
    if isUnnamed { benefit?.reference = "" }
    benefit?.council = stored?.council ?? council
    benefit?.additional = stored?.additional ?? [:]
    benefit?.criteria = criteria.value?.map { $0.keepingNote(of: stored) } ?? []
    return Reading(value: benefit, problems: problems)
  }
}

extension BenefitSubmission {
  /// Whether the pattern that it names, if any, is the one that was found.
  func names(_ found: Pattern?) -> Bool { pattern.isEmpty || found != nil }

  /// What stands against the pattern that it names.
  func problems(ofPattern found: Pattern?) -> [Problem] {
    guard !names(found) else { return [] }
    return [
      Problem(
        .error, at: .field("title"), subject: "Pattern", found: pattern,
        expected: "a pattern of the library",
        mend: "It is no longer there. Send the form again to record the benefit without it.")
    ]
  }
}

extension Criterion where N == Exact {
  /// The note of the criterion of that name, which the form does not show.
  fileprivate func keepingNote(of stored: Benefit?) -> Criterion {
    guard let note = stored?.criteria.first(where: { $0.name == name })?.note else { return self }
    var copy = self
    copy.note = note
    return copy
  }
}
