import Programme
import Store

extension BaselineComparePage {
  /// Nil when a baseline that is named is not there.
  init?(_ about: BenefitApproval, from: ComparedForecast, to: ComparedForecast) {
    guard let before = about.forecast(from), let after = about.forecast(to) else { return nil }
    let path = "/benefits/\(about.benefit.id)"
    let all = about.baselines.map { ComparedForecast.baseline($0.number) } + [.present]
    func field(_ name: String, _ label: String, _ chosen: ComparedForecast) -> FormField {
      let options = all.map { Choice($0.value, $0.words, isChosen: $0 == chosen) }
      return FormField(name, label, .select(options))
    }
    benefit = "\(about.benefit.benefit.reference) \(about.benefit.benefit.title)"
    sections = BenefitSection.links(of: about.benefit.id, showing: .approval)
    action = "\(path)/baselines/compare"
    choices =
      about.baselines.isEmpty ? [] : [field("from", "Compare", from), field("to", "With", to)]
    difference =
      about.baselines.isEmpty
      ? DifferencePart(
        heading: "No baseline yet",
        none: "The first approval freezes baseline 1. From then on this page compares.")
      : DifferencePart(
        ForecastDifference(from: before, to: after), heading: "\(from.words) beside \(to.words)",
        before: from.words, after: to.words)
    trail =
      BenefitDetailPage.trail(of: about.benefit, itself: true) + [
        Link("Approval", "\(path)/approval")
      ]
  }
}

extension BenefitApproval {
  fileprivate func forecast(_ compared: ComparedForecast) -> BenefitSnapshot? {
    switch compared {
    case .present: present
    case .baseline(let number): baselines.first { $0.number == number }?.content
    }
  }
}
