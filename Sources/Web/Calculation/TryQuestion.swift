import Calculator
import Programme

/// One benefit from scratch, as typed in an address: nothing of it is stored.
struct TryQuestion: Sendable {
  /// What was typed, by the names of the benefit's form and a few of its own.
  let typed: [String: String]

  /// The methods that need no register.
  static let methods: [Calculator.Method] = [
    .time, .contact, .channel, .unit, .fte, .amount,
  ]
  static let shares: [Benefit.Field] = [
    .cashShare, .claimShare, .deadweightShare, .optimismBiasShare, .startYear, .years,
  ]

  /// The fields of its own: what a contact costs, what it takes, and the rate.
  enum Own: String, CaseIterable, Sendable {
    case contactCost, fromCost, toCost, oneOffCost, yearlyCost, discountRate

    var label: String {
      switch self {
      case .contactCost: "Cost of a contact"
      case .fromCost: "Cost of a contact now"
      case .toCost: "Cost of a contact by the new channel"
      case .oneOffCost: "Cost once, at the start"
      case .yearlyCost: "Cost each year"
      case .discountRate: "Discount rate"
      }
    }

    /// The field of a record that it is read as.
    var kind: FieldKind {
      self == .discountRate ? Cover.Field.discountRate.kind : ChannelCost<Exact>.Field.cost.kind
    }

    var isShare: Bool { self == .discountRate }
  }

  /// What the page begins with.
  static let example = TryQuestion(typed: [
    "method": "Time", "Time.volume": "12000", "Time.hoursBefore": "0.5",
    "Time.hoursAfter": "0.25", "Time.hourlyRate": "21.22", "cashShare": "50", "startYear": "1",
    "oneOffCost": "20000", "yearlyCost": "3000", "discountRate": "3.5",
  ])

  private init(typed: [String: String]) { self.typed = typed }

  /// Reads a query; an empty one is the example. Refuses names that the form does not have.
  init(_ query: Submission) throws(Refusal) {
    guard !query.fields.isEmpty else {
      self = TryQuestion.example
      return
    }
    try query.expecting(TryQuestion.names)
    typed = Dictionary(query.fields.map { ($0.name, $0.value) }) { $1 }
  }

  private static let names: Set<String> = {
    let inputs = methods.flatMap { method in
      BenefitForm.fields(of: method).map { BenefitForm.name(of: $0, in: method) }
    }
    return Set(["method"] + inputs + shares.map(\.rawValue) + Own.allCases.map(\.rawValue))
  }()

  /// The register of this one benefit, and everything that stands against it.
  var reading: Reading<Register> {
    var form = BenefitForm(typed: typed)
    form.typed["reference"] = "Try"
    form.typed["title"] = "A benefit"
    form.typed["cashability"] = Cashability.cashable.rawValue
    if form.typed["cashShare"]?.isEmpty ?? true { form.typed["cashShare"] = "100" }
    let benefit = Benefit.read(form.texts)
    var problems = benefit.problems.filter { $0.severity == .error }
    var own: [Own: Exact] = [:]
    for field in Own.allCases { own[field] = read(field, &problems) }
    var register = Register()
    register.benefits = [benefit.value].compactMap { $0 }.map(TryQuestion.withChannels)
    let isContact = benefit.value?.inputs.method == .contact
    register.channelCosts = [
      ("now", own[isContact ? .contactCost : .fromCost]), ("new", own[.toCost]),
    ].compactMap {
      name, cost in cost.map { ChannelCost(name: name, cost: $0, source: "typed") }
    }
    register.costs = TryQuestion.costs(own)
    if let rate = own[.discountRate] { register.cover.assumptions.discountRate = rate }
    return Reading(value: register, problems: problems)
  }

  private static func withChannels(_ benefit: Benefit) -> Benefit {
    var benefit = benefit
    benefit.inputs.fromChannel = "now"
    benefit.inputs.toChannel = "new"
    return benefit
  }

  private static func costs(_ own: [Own: Exact]) -> [Cost] {
    func cost(_ field: Own, _ reference: String, to year: Int) -> Cost? {
      own[field].map {
        Cost(
          reference: reference, council: "", description: field.label, amount: $0, fromYear: 0,
          toYear: year)
      }
    }
    return [
      cost(.oneOffCost, "Once", to: 0), cost(.yearlyCost, "Yearly", to: Register.horizonYears),
    ].compactMap { $0 }
  }

  private func read(_ field: Own, _ problems: inout [Problem]) -> Exact? {
    let text = TrimmedText.of(typed[field.rawValue] ?? "")
    guard !text.isEmpty else { return nil }
    let typed = PercentText.withSign(text, if: field.isShare)
    if let value = NumberText.read(typed, allowsPercent: field.isShare), value >= .zero,
      value <= (field.isShare ? .one : RecordLimit.inputMagnitude)
    {
      return value
    }
    problems.append(
      Problem(
        .error, at: .field(field.rawValue), subject: field.label, found: text,
        expected: field.isShare ? "a percentage from 0 % to 100 %" : "a number from 0 on",
        mend: "Correct it."))
    return nil
  }

  /// The query that asks the same.
  var query: String {
    typed.sorted { $0.key < $1.key }.reduce(Address("")) { $0.with($1.key, $1.value) }.text
  }
}
