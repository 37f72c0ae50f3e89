import Calculator
import Programme

/// One benefit from scratch, as typed in an address: nothing of it is stored.
struct TryQuestion: Sendable {
  /// What was typed, by the names of the benefit's form and a few of its own.
  let typed: [String: String]
  /// What stands in the address and is no field of the page.
  let strays: [Problem]

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

  private init(typed: [String: String]) {
    self.typed = typed
    strays = []
  }

  /// Reads a query; an empty one is the example. Names that the form does not have are not used,
  /// and said so.
  init(_ query: Submission) {
    guard !query.fields.isEmpty else {
      self = TryQuestion.example
      return
    }
    let own = query.fields.filter { TryQuestion.names.contains($0.name) }
    typed = Dictionary(own.map { ($0.name, $0.value) }) { first, _ in first }
    strays = TryQuestion.strays(query)
  }

  private static func strays(_ query: Submission) -> [Problem] {
    do throws(Refusal) {
      try query.expecting(names)
      return []
    } catch {
      guard case .invalid(let problems) = error else { return [] }
      return problems.prefix(straysListed).map { $0.at(.file) }
    }
  }

  /// The most names that are listed as unknown.
  private static let straysListed = 20

  private static let names: Set<String> = {
    let inputs = methods.flatMap { method in
      BenefitForm.fields(of: method).map { BenefitForm.name(of: $0, in: method) }
    }
    return Set(["method"] + inputs + shares.map(\.rawValue) + Own.allCases.map(\.rawValue) + lists)
  }()

  /// The fields that are chosen from a list: which rates hold, and when money flows.
  private static let lists = [ScenarioChanges.scheduleName, ScenarioChanges.conventionName]

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
    register.cover.schedule = choice(ScenarioChanges.scheduleName, &problems) ?? .flat
    register.cover.convention = choice(ScenarioChanges.conventionName, &problems) ?? .yearZero
    return Reading(value: register, problems: problems + strays)
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

  private func choice<Choice: RawRepresentable<String>>(
    _ name: String, _ problems: inout [Problem]
  ) -> Choice? {
    let text = TrimmedText.of(typed[name] ?? "")
    if text.isEmpty { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    problems.append(
      Problem(
        .error, at: .field(name), subject: ScenarioChanges.label(of: name), found: text,
        expected: "one of the list", mend: "Choose one."))
    return nil
  }

  /// The query that asks the same.
  var query: String {
    typed.sorted { $0.key < $1.key }.reduce(Address("")) { $0.with($1.key, $1.value) }.text
  }
}
