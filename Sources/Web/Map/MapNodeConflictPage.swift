import Calculator
import Programme
import Store

/// Somebody saved the box meanwhile: both versions field by field, and nothing typed is lost.
struct MapNodeConflictPage: Page {
  static let template = "benefit/conflict"

  let title = "Somebody else changed this box"
  let reference: String
  let meanwhile: String
  let rows: [BenefitConflictPage.Row]
  let action: String
  let version: String
  let typed: [HiddenField]
  let keepHref: String
  let area: Area? = .benefits
  let trail: [Link]

  /// Their version beside what was typed.
  init(
    theirs: Stored<MapNode>, last: JournalEntry?, yours: MapNode, typed: [String: String]
  ) {
    reference = theirs.noun.kind.rawValue
    meanwhile = "\(last?.actorName ?? "Somebody") saved it on \(Shown.moment(theirs.changedAt))."
    rows = yours.changes(since: theirs.noun).map {
      BenefitConflictPage.Row(
        label: $0.label, theirs: Shown.words($0.before), yours: Shown.words($0.after))
    }
    action = "/map/nodes/\(theirs.id)"
    version = String(theirs.version)
    let carried = typed.filter { $0.key != "version" && !$0.value.isEmpty }
    self.typed = carried.sorted { $0.key < $1.key }.map { HiddenField($0.key, $0.value) }
    keepHref = action
    trail = [Link("Benefits", "/benefits"), Link("Map", "/map")]
  }

  static let sample = MapNodeConflictPage(
    theirs: .sample, last: nil, yours: MapNode(kind: .output, title: "Two records"),
    typed: ["title": "Two records"])
}
