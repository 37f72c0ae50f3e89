import Calculator
import Programme
import Store

/// Takes a box off the map, with a reason.
struct MapNodeRemovePage: Page {
  static let template = "map/remove"

  let title = "Take it off the map"
  let box: String
  let action: String
  let version: String
  let reason: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// `failure` says what is wrong with the reason, when it was sent without one.
  init(_ node: Stored<MapNode>, reason: String = "", failure: String? = nil) {
    box = "\(node.noun.kind.rawValue): \(node.noun.title)"
    action = "/map/nodes/\(node.id)/remove"
    version = String(node.version)
    self.reason = FormField(
      "reason", "Why is it taken off?", .area, value: reason,
      hint: "Kept in the journal.", error: failure)
    cancelHref = "/map/nodes/\(node.id)"
    problems = failure.map { [PageProblem($0, at: "reason")] } ?? []
    trail = [
      Link("Benefits", "/benefits"), Link("Map", "/map"),
      Link(node.noun.title, "/map/nodes/\(node.id)"),
    ]
  }

  static let sample = MapNodeRemovePage(.sample, failure: "Say why it is withdrawn")
}
