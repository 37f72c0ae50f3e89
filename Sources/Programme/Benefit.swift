import Calculator

/// A benefit of the programme to one council: what it is, for whom, and the inputs of its forecast.
public struct Benefit: Hashable, Sendable {
  /// The council's own reference, unique in its register: "B001".
  public var reference: String
  /// A short title.
  public var title: String
  /// What happens, for whom, and why.
  public var description = ""
  /// The name of the council, as the register has it.
  public var council: String
  /// The service it arises in.
  public var service = ""
  /// The programme objective it serves.
  public var objective = ""
  /// The group of benefits it belongs to.
  public var category = ""
  /// Who gains or loses.
  public var stakeholders: [String] = []
  /// Tangible or intangible; nil when not yet said.
  public var tangibility: Tangibility?
  /// Cashable or non-cashable; nil when not yet said.
  public var cashability: Cashability?
  /// The office or person answerable for it.
  public var owner = ""
  /// Where it stands.
  public var status = BenefitStatus.identified
  /// Who the value accrues to.
  public var accruesTo = Beneficiary.council
  /// The budget line that falls, for a cashable benefit.
  public var budgetLine = ""
  /// What shows that the figures are right.
  public var evidence = ""
  /// When it is to be looked at again.
  public var nextReview: Day?
  /// The method and inputs of the forecast, as typed.
  public var inputs: Inputs<Exact>
  /// Judged criteria, for a scored benefit.
  public var criteria: [Criterion<Exact>] = []
  /// Columns of a file that Concordat does not know, kept under their headings.
  public var additional: [String: String] = [:]

  /// A benefit with nothing but what every benefit needs.
  public init(reference: String, title: String, council: String, inputs: Inputs<Exact>) {
    self.reference = reference
    self.title = title
    self.council = council
    self.inputs = inputs
  }

  /// Whether its money stays out of the council's totals: take-up, or value marked as others'.
  public var accruesToOthers: Bool { inputs.method == .takeUp || accruesTo != .council }
}

extension Benefit {
  /// The benefit as the calculator takes it, with the labels it can be pivoted by.
  public var benefitCase: BenefitCase<Exact> {
    BenefitCase(
      id: reference, inputs: inputs, isCashable: cashability == .cashable,
      accruesToOthers: accruesToOthers, isWithdrawn: status == .withdrawn, criteria: criteria,
      labels: [
        .council: [council], .service: [service], .objective: [objective],
        .category: [category], .stakeholder: stakeholders,
        .tangibility: [tangibility?.rawValue ?? ""],
        .cashability: [cashability?.rawValue ?? ""], .status: [status.rawValue],
      ])
  }
}
