import Calculator
import Exchange
import Programme
import Store

/// The objectives of the programme with their targets and the benefits that name each, and the words
/// by which other benefits name none of them.
struct ObjectiveListPage: Page {
  static let template = "objective/list"

  let title = "Objectives"
  /// Where an objective is added; nil for those who may not.
  let addHref: String?
  let objectives: [ObjectivePart]
  /// What benefits name that is no objective of the programme.
  let strays: [StrayLine]
  let exports: [Link]
  let area: Area? = .objectives
  let isWide = true

  /// Words that are no objective, and the benefits that use them.
  struct StrayLine: Part {
    let words: String
    let benefits: Link
  }

  /// The objectives with how often benefits name each.
  init(
    _ objectives: [StoredObjective], use: [ObjectiveUse], today: Day, viewer: Viewer
  ) {
    let known = Set(objectives.map { $0.objective.title.lowercased() })
    addHref = viewer.may(.coordinate) ? "/objectives/new" : nil
    self.objectives = objectives.map { ObjectivePart($0, use: use, today: today) }
    strays = use.filter { !known.contains($0.words.lowercased()) }.map { use in
      StrayLine(
        words: use.words.isEmpty ? "No objective named" : use.words,
        benefits: Link(Shown.count(use.count, "benefit"), use.href))
    }
    exports = objectives.isEmpty ? [] : Link.exports("/objectives") { $0 }
  }

  private init(isFull: Bool) {
    addHref = isFull ? "/objectives/new" : nil
    objectives = isFull ? [.sample] : []
    strays =
      isFull ? [StrayLine(words: "Savings", benefits: Link("2 benefits", "/benefits"))] : []
    exports = isFull ? [Link("CSV", "/objectives.csv")] : []
  }

  static let sample = ObjectiveListPage(isFull: true)
  static let states = ["empty": ObjectiveListPage(isFull: false)]
}

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

extension Exchange.Table {
  /// The objectives as rows, a target a row; one without targets has a row of its own.
  init(_ objectives: [StoredObjective], use: [ObjectiveUse]) {
    let rows = objectives.flatMap { stored -> [[TableCell]] in
      let objective = stored.objective
      let count = use.first { $0.words.lowercased() == objective.title.lowercased() }?.count ?? 0
      let head: [TableCell] = [.text(objective.title), .number(Exact(count))]
      let targets = TargetTerm.allCases.compactMap { term -> [TableCell]? in
        objective.targets[term].map { target in
          head + [
            .text(term.label), .text(target.words), target.by.map(TableCell.day) ?? .blank,
            .text(target.standing.rawValue),
          ]
        }
      }
      return targets.isEmpty ? [head + [.blank, .blank, .blank, .blank]] : targets
    }
    self.init(
      headings: ["Objective", "Benefits", "Term", "Target", "By", "How far"], rows: rows)
  }
}
