import Calculator
import Programme
import Store

extension BenefitDetailPage {
  /// A benefit, with its money as it was recorded and its figures worked out anew on the
  /// assumptions of its register.
  init(
    _ own: StoredSeries, in register: StoredRegister, history: [JournalEntry],
    neighbours: BenefitNeighbours, costs: BenefitCosts, milestones: MilestonesOfBenefit?,
    issues: [StoredIssue],
    honesty: BenefitHonesty,
    standing: ApprovalStanding, adoption: Adoption?, today: Day, viewer: Viewer
  ) {
    let stored = own.benefit
    let benefit = stored.benefit
    let worked = WorkedBenefit(benefit, in: register)
    let mayChange = viewer.mayChange(recordsOf: stored.stored.organisation)
    let isWithdrawn = benefit.status == .withdrawn
    title = benefit.title
    reference = benefit.reference
    council = Link(
      stored.councilName, stored.councilCode.map { "/councils/\($0)" } ?? "/councils")
    status = Tag(benefit.status)
    visibility = Tag(stored.stored.visibility)
    approval = Link(standing.words, "/benefits/\(stored.id)/approval")
    sections = BenefitSection.links(of: stored.id, showing: .profile)
    owner = Shown.words(benefit.owner)
    nextReview = Shown.day(benefit.nextReview)
    description = benefit.description.isEmpty ? nil : benefit.description
    changeHref = mayChange ? "/benefits/\(stored.id)/edit" : nil
    withdrawHref = mayChange && !isWithdrawn ? "/benefits/\(stored.id)/withdraw" : nil
    calculatorHref = stored.councilCode.map { code in
      Address("/calculator").with("council", code.description)
        .with("benefit", benefit.reference).text
    }
    flags = isWithdrawn ? [] : HonestyWords.flags(honesty)
    gaps =
      isWithdrawn
      ? []
      : BenefitDetailPage.gaps(
        of: benefit, honesty.check, evidenceCount: standing.evidenceCount, today: today)
    assumed = isWithdrawn ? nil : adoption.flatMap { Link.assumed($0, in: stored) }
    copies = Link.copies(of: stored, for: viewer)
    figures = worked.shownFigures
    money = worked.money
    noMoney = worked.noMoney
    waterfall = worked.waterfall
    workings = worked.workings
    profile = BenefitDetailPage.profile(of: benefit)
    inputs = BenefitDetailPage.inputs(of: benefit)
    scores = Scores(benefit, worked.score)
    additional = benefit.additional.sorted { $0.key < $1.key }
      .map { SummaryLine($0.key, Shown.words($0.value)) }
    achieved = Achieved(own)
    self.costs = CostsOfBenefit(costs, council: stored.councilCode)
    self.milestones = milestones
    self.issues = IssuesOfRecord(issues, about: "/benefits/\(stored.id)", viewer: viewer)
    carried = []
    self.history = history.map { JournalLine($0, namesRecord: false) }
    exports =
      stored.councilCode.map {
        [Link("Workbook of the whole register", "/councils/\($0)/export/workbook")]
      } ?? []
    previous = neighbours.previous.map { Link($0.reference, "/benefits/\($0.id)") }
    next = neighbours.next.map { Link($0.reference, "/benefits/\($0.id)") }
    trail = BenefitDetailPage.trail(of: stored, itself: false)
  }

  /// The way back up from a benefit, or from a page about it.
  static func trail(of stored: StoredBenefit, itself: Bool) -> [Link] {
    let council = stored.councilCode.map {
      Link(stored.councilName, "/benefits?council=\($0)")
    }
    let own = itself ? Link(stored.benefit.reference, "/benefits/\(stored.id)") : nil
    return [Link("Benefits", "/benefits"), council, own].compactMap(\.self)
  }

  private static func gaps(
    of benefit: Benefit, _ check: StoredCheck, evidenceCount: Int, today: Day
  ) -> [String] {
    var gaps = [ReviewWords.gap(of: benefit, today: today)].compactMap(\.self)
    if benefit.owner.isEmpty { gaps.append("No owner yet: name who answers for it.") }
    if benefit.evidence.isEmpty, evidenceCount == 0 {
      gaps.append("No evidence yet: say what shows that the figures are right.")
    }
    if benefit.cashability == .cashable, benefit.budgetLine.isEmpty {
      gaps.append("No budget line yet: say which budget falls.")
    }
    if benefit.needsCheck, check.measure == nil {
      gaps.append("No check yet: name a measure that must not get worse for it.")
    }
    return gaps
  }

  private static let profileFields: [Benefit.Field] = [
    .service, .tangibility, .cashability, .objective, .category, .stakeholders, .accruesTo,
    .budgetLine, .evidence,
  ]

  private static func profile(of benefit: Benefit) -> [SummaryLine] {
    profileFields.map { line($0, of: benefit) }
  }

  private static func inputs(of benefit: Benefit) -> [SummaryLine] {
    let method = benefit.inputs.method
    let population: [Benefit.Field] =
      (benefit.inputs.additionality == .proportional ? [] : [.additionality]) + [
        .affectedShare, .engagementShare, .retentionShare, .impactShare, .confidenceGrade,
      ]
    let shares: [Benefit.Field] =
      method == .score
      ? []
      : [
        .deadweightShare, .claimShare, .optimismBiasShare, .cashShare, .startYear, .years,
        .dropOffShare,
      ] + (population + Benefit.Field.ramp).filter { !benefit.text($0).isEmpty }
    return [SummaryLine("Method", FieldWords.name(method), note: FieldWords.formula(method))]
      + (BenefitForm.fields(of: method) + shares).map { line($0, of: benefit) }
  }

  private static func line(_ field: Benefit.Field, of benefit: Benefit) -> SummaryLine {
    let text = benefit.text(field)
    return SummaryLine(
      field.label, BenefitWords.value(text, of: field),
      note: text.isEmpty ? blankNote(field) : nil)
  }

  private static func blankNote(_ field: Benefit.Field) -> String? {
    switch field {
    case .claimShare, .cashShare: "a blank counts as the whole"
    case .deadweightShare, .optimismBiasShare, .dropOffShare, .startYear: "a blank counts as 0"
    case .years: "to the end of the appraisal"
    default: nil
    }
  }
}

extension BenefitDetailPage.Scores {
  fileprivate init?(_ benefit: Benefit, _ score: Outcome<Score<Exact>>) {
    guard !benefit.criteria.isEmpty else { return nil }
    switch score {
    case .value(let score):
      summary = "\(Shown.decimal(score.value, places: 2)) out of 10, \(score.words)"
    case .undefined(let reason): summary = "Undefined, because \(reason)"
    }
    rows = benefit.criteria.map {
      Row(
        name: $0.name, weight: Shown.quantity($0.weight),
        score: $0.score.map { Shown.quantity($0) } ?? "not scored",
        note: Shown.words($0.note))
    }
  }
}

extension BenefitDetailPage.Achieved {
  /// Nil while nothing came.
  fileprivate init?(_ money: StoredSeries) {
    guard money.series.whole.actual != nil, let table = PointTable(money.series, of: .money) else {
      return nil
    }
    self.table = table
    all = Link("Values by period", MeasurePlace(money).path)
  }
}

extension ApprovalStanding {
  /// "Differs from approved baseline 2".
  fileprivate var words: String {
    if isWaiting { return "Waiting for approval" }
    guard let baseline else { return "Not approved here" }
    return differs
      ? "Differs from approved baseline \(baseline)" : "Approved as baseline \(baseline)"
  }
}
