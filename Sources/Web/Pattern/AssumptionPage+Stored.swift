import Calculator
import Programme
import Store

extension AssumptionPage {
  init(
    _ stored: StoredBenefit, _ adoption: Adoption?, viewer: Viewer,
    ticked: Set<Benefit.Field> = [], isStale: Bool = false
  ) {
    let mayChange = viewer.mayChange(recordsOf: stored.stored.organisation)
    benefit = "\(stored.benefit.reference) \(stored.benefit.title)"
    pattern = adoption.map {
      Link("\($0.title), edition \($0.edition)", "/patterns/\($0.pattern)")
    }
    rows = (adoption?.assumptions ?? []).map { assumption in
      Row(assumption, in: stored.benefit, ticked: ticked, mayConfirm: mayChange)
    }
    action = rows.contains(where: \.isOpen) ? "/benefits/\(stored.id)/assumptions" : nil
    version = String(stored.stored.version)
    problems =
      isStale
      ? [
        PageProblem(
          "Somebody changed the benefit meanwhile. Look at the values, then confirm them again",
          at: "assumptions")
      ] : []
    trail = BenefitDetailPage.trail(of: stored, itself: true)
  }
}

extension AssumptionPage.Row {
  init(
    _ assumption: AdoptedAssumption, in benefit: Benefit, ticked: Set<Benefit.Field>,
    mayConfirm: Bool
  ) {
    let field = assumption.field
    let state = assumption.state(in: benefit)
    id = FormField.id("confirm.\(field.rawValue)")
    name = "confirm.\(field.rawValue)"
    label = field.label
    assumed = BenefitWords.value(assumption.value, of: field)
    now = BenefitWords.value(benefit.text(field), of: field)
    reason = assumption.reason
    self.state = Tag(state)
    by = state == .confirmed ? assumption.confirmedBy : nil
    isOpen = mayConfirm && state == .assumed
    isTicked = ticked.contains(field)
  }
}

extension Tag {
  /// Where an assumption stands.
  init(_ state: AdoptedAssumption.State) {
    switch state {
    case .assumed: self.init(state.rawValue, .yellow)
    case .confirmed: self.init(state.rawValue, .green)
    case .replaced: self.init(state.rawValue, .blue)
    }
  }
}

extension Link {
  /// How many assumptions wait to be confirmed or replaced, and where; nil when none do.
  static func assumed(_ adoption: Adoption, in stored: StoredBenefit) -> Link? {
    let open = adoption.open(in: stored.benefit).count
    guard open > 0 else { return nil }
    return Link(
      "\(Shown.count(open, "assumption")) to confirm or replace",
      "/benefits/\(stored.id)/assumptions")
  }

  /// What can be made of a benefit by who may record some.
  static func copies(of stored: StoredBenefit, for viewer: Viewer) -> [Link] {
    guard viewer.may(.writeBenefits) else { return [] }
    let copy = Link("Copy this benefit", "/benefits/new?from=\(stored.id)")
    guard viewer.mayChange(recordsOf: stored.stored.organisation) else { return [copy] }
    return [copy, Link("Save as a pattern", "/benefits/\(stored.id)/pattern")]
  }
}
