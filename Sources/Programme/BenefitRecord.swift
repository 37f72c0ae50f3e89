import Calculator

extension Benefit: Record {
  /// Reads a benefit from what was typed: every problem is listed, none hides another.
  public static func read(_ texts: [Field: String]) -> Reading<Benefit> {
    var reader = FieldReader(texts)
    var benefit = Benefit(
      reference: reader.required(.reference), title: reader.required(.title),
      council: reader.text(.council), inputs: inputs(&reader))
    describe(&benefit, &reader)
    classify(&benefit, &reader)
    remark(on: benefit, &reader)
    return Reading(value: benefit, problems: reader.problems)
  }

  private static func describe(_ benefit: inout Benefit, _ reader: inout FieldReader<Field>) {
    benefit.description = reader.text(.description)
    benefit.service = reader.text(.service)
    benefit.objective = reader.text(.objective)
    benefit.category = reader.text(.category)
    benefit.stakeholders = reader.list(.stakeholders)
    benefit.owner = reader.text(.owner)
    benefit.budgetLine = reader.text(.budgetLine)
    benefit.evidence = reader.text(.evidence)
    benefit.nextReview = reader.day(.nextReview)
  }

  private static func classify(_ benefit: inout Benefit, _ reader: inout FieldReader<Field>) {
    benefit.tangibility = reader.choice(
      .tangibility, Tangibility.self, synonyms: ChoiceWords.tangibility)
    benefit.cashability = reader.choice(
      .cashability, Cashability.self, synonyms: ChoiceWords.cashability)
    benefit.status =
      reader.choice(.status, BenefitStatus.self, synonyms: ChoiceWords.status) ?? .identified
    benefit.accruesTo = reader.choice(.accruesTo, Beneficiary.self) ?? .council
  }

  private static func inputs(_ reader: inout FieldReader<Field>) -> Inputs<Exact> {
    let method = reader.choice(.method, Method.self, synonyms: ChoiceWords.methods)
    if method == nil, !reader.problems.contains(where: { $0.place == .field("method") }) {
      reader.refuse(.method, "", "a method", "Choose how the benefit is worked out.")
    }
    var inputs = Inputs<Exact>(method: method ?? .score)
    inputs.volume = reader.number(.volume)
    inputs.salary = reader.number(.salary)
    inputs.hourlyRate = reader.number(.hourlyRate)
    inputs.hoursBefore = reader.number(.hoursBefore)
    inputs.hoursAfter = reader.number(.hoursAfter)
    inputs.unitCostBefore = reader.number(.unitCostBefore)
    inputs.unitCostAfter = reader.number(.unitCostAfter)
    inputs.fromChannel = blankToNil(reader.text(.fromChannel))
    inputs.toChannel = blankToNil(reader.text(.toChannel))
    inputs.avoidableShare = reader.number(.avoidableShare)
    inputs.posts = reader.number(.posts)
    inputs.amount = reader.number(.amount)
    inputs.deadweightShare = reader.number(.deadweightShare)
    inputs.claimShare = reader.number(.claimShare)
    inputs.optimismBiasShare = reader.number(.optimismBiasShare)
    inputs.cashShare = reader.number(.cashShare)
    inputs.startYear = reader.whole(.startYear)
    inputs.years = reader.whole(.years)
    inputs.dropOffShare = reader.number(.dropOffShare)
    inputs.ramp = Field.ramp.map { reader.number($0) }
    population(&inputs, &reader)
    inputs.confidenceGrade = reader.whole(.confidenceGrade)
    inputs.proxyValue = reader.number(.proxyValue)
    return inputs
  }

  private static func population(
    _ inputs: inout Inputs<Exact>, _ reader: inout FieldReader<Field>
  ) {
    inputs.additionality =
      reader.choice(
        .additionality, Additionality.self, synonyms: ["percentagepoints": .percentagePoint])
      ?? .proportional
    inputs.affectedShare = reader.number(.affectedShare)
    inputs.engagementShare = reader.number(.engagementShare)
    inputs.retentionShare = reader.number(.retentionShare)
    inputs.impactShare = reader.number(.impactShare)
  }

  /// Warnings that do not stop a draft: what a careful reader would ask about.
  private static func remark(on benefit: Benefit, _ reader: inout FieldReader<Field>) {
    if benefit.cashability == .cashable, benefit.inputs.cashShare == nil {
      reader.report(
        .warning, .cashShare, "", "the share of a cashable benefit that is cash",
        "A blank counts as the whole; say what share of the budget really falls.")
    }
    if benefit.cashability == .nonCashable, let share = benefit.inputs.cashShare, share > .zero {
      reader.report(
        .warning, .cashShare, share.text, "no cash share on a non-cashable benefit",
        "It counts as 0; call the benefit cashable if a budget falls.")
    }
  }

  private static func blankToNil(_ text: String) -> String? { text.isEmpty ? nil : text }
}

extension Benefit {
  /// The canonical text of a field: shares as fractions, days as ISO, blanks as "".
  public func text(_ field: Field) -> String {
    profileText(field) ?? inputText(field) ?? ""
  }

  private func profileText(_ field: Field) -> String? {
    switch field {
    case .reference: reference
    case .title: title
    case .description: description
    case .council: council
    case .service: service
    case .objective: objective
    case .category: category
    case .stakeholders: stakeholders.joined(separator: "; ")
    case .tangibility: tangibility?.rawValue ?? ""
    case .cashability: cashability?.rawValue ?? ""
    case .owner: owner
    case .status: status.rawValue
    case .accruesTo: accruesTo.rawValue
    case .budgetLine: budgetLine
    case .evidence: evidence
    case .nextReview: nextReview?.description ?? ""
    default: nil
    }
  }

  private func inputText(_ field: Field) -> String? {
    switch field {
    case .method: inputs.method.rawValue
    case .fromChannel: inputs.fromChannel
    case .toChannel: inputs.toChannel
    case .startYear: inputs.startYear.map(String.init)
    case .years: inputs.years.map(String.init)
    case .additionality: inputs.additionality.rawValue
    case .confidenceGrade: inputs.confidenceGrade.map(String.init)
    default: number(field)?.text
    }
  }

  /// The number of a number or share field; nil for a blank and for fields of other kinds.
  public func number(_ field: Field) -> Exact? {
    switch field {
    case .volume: inputs.volume
    case .salary: inputs.salary
    case .hourlyRate: inputs.hourlyRate
    case .hoursBefore: inputs.hoursBefore
    case .hoursAfter: inputs.hoursAfter
    case .unitCostBefore: inputs.unitCostBefore
    case .unitCostAfter: inputs.unitCostAfter
    case .avoidableShare: inputs.avoidableShare
    case .posts: inputs.posts
    case .amount: inputs.amount
    case .deadweightShare: inputs.deadweightShare
    case .claimShare: inputs.claimShare
    case .optimismBiasShare: inputs.optimismBiasShare
    case .cashShare: inputs.cashShare
    case .dropOffShare: inputs.dropOffShare
    case .affectedShare: inputs.affectedShare
    case .engagementShare: inputs.engagementShare
    case .retentionShare: inputs.retentionShare
    case .impactShare: inputs.impactShare
    case .proxyValue: inputs.proxyValue
    default: ramp(field)
    }
  }

  private func ramp(_ field: Field) -> Exact? {
    guard let index = Field.ramp.firstIndex(of: field), inputs.ramp.indices.contains(index)
    else { return nil }
    return inputs.ramp[index]
  }
}
