import Calculator
import Programme
import Store

/// One objective with its targets and the benefits that name it.
struct ObjectivePart: Part {
  let title: String
  let href: String
  let description: String?
  let targets: [TargetLine]
  /// "12 benefits name it"; nil where none names it.
  let benefits: Link?
  /// "£1,204,000 cashable, £830,000 non-cashable".
  let money: String

  /// What is to be reached in one term.
  struct TargetLine: Part {
    let term: String
    let words: String
    let by: String
    let tag: Tag
  }

  /// An objective, and how often benefits name it.
  init(_ stored: StoredObjective, use all: [ObjectiveUse], today: Day) {
    let objective = stored.objective
    let use = all.first { $0.words.lowercased() == objective.title.lowercased() }
    title = objective.title
    href = "/objectives/\(stored.id)"
    description = objective.description.isEmpty ? nil : objective.description
    targets = TargetTerm.allCases.compactMap { term in
      objective.targets[term].map { target in
        TargetLine(
          term: term.label, words: target.words, by: Shown.day(target.by),
          tag: Tag(target, today: today))
      }
    }
    benefits = use.map {
      Link(Shown.count($0.count, "benefit names it", "benefits name it"), $0.href)
    }
    money =
      use.map {
        "\(Shown.money($0.cashable)) cashable, \(Shown.money($0.nonCashable)) non-cashable, "
          + "over all years."
      } ?? ""
  }

  private init(benefits: Link) {
    title = "Better access"
    href = "/objectives/1"
    description = "Residents reach the council when it suits them."
    targets = [
      TargetLine(
        term: "Short term", words: "Five councils answer evenings", by: "1 April 2026",
        tag: Tag("On course", .blue))
    ]
    self.benefits = benefits
    money = "£1,000.00 cashable, £2,000.00 non-cashable, over all years"
  }

  static let sample = ObjectivePart(benefits: Link("12 benefits name it", "/benefits"))
}

extension ObjectiveUse {
  /// The list of these benefits.
  var href: String {
    Address("/benefits").with("objective", words.isEmpty ? PivotReport.blank : words).text
  }
}

extension Tag {
  /// How far a target is.
  init(_ target: ObjectiveTarget, today: Day) {
    switch target.standing {
    case .notBegun where target.isLate(on: today): self.init("Late", .red)
    case .notBegun: self.init(target.standing.rawValue, .grey)
    case .onCourse where target.isLate(on: today): self.init("Late", .red)
    case .onCourse: self.init(target.standing.rawValue, .blue)
    case .atRisk: self.init(target.standing.rawValue, .orange)
    case .met: self.init(target.standing.rawValue, .green)
    case .missed: self.init(target.standing.rawValue, .red)
    }
  }
}
