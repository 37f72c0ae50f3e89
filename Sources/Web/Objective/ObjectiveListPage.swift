import Calculator
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
