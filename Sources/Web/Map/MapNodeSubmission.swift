import Programme
import Store

/// A box's form as it was sent.
struct MapNodeSubmission: Sendable {
  /// What was typed, by name.
  let typed: [String: String]
  let visibility: Visibility?
  let version: Int?
  let reason: String

  /// Every name the form may have; any other is refused.
  static let names: Set<String> = Set(
    MapNode.Field.allCases.map(\.rawValue)
      + ["version", "visibility", "reason", "after", "before", "benefit"])

  /// Takes the fields of the form and no others.
  init(_ sent: Submission) throws(Refusal) {
    try sent.expecting(MapNodeSubmission.names)
    typed = sent.ownValues
    visibility = sent["visibility"].flatMap(Visibility.init)
    version = sent.given("version").flatMap { Int($0) }
    reason = sent.given("reason") ?? ""
  }

  /// The box that was typed.
  func read() -> Reading<MapNode> {
    var texts: [MapNode.Field: String] = [:]
    for field in MapNode.Field.allCases { texts[field] = typed[field.rawValue] ?? "" }
    let reading = MapNode.read(texts)
    return Reading(
      value: reading.value,
      problems: reading.problems + (visibility == nil ? .noVisibility : [])
        + PlainText.problems(reason, at: "reason", "Reason"))
  }
}

extension MapNode {
  /// What the form shows of a box as it stands.
  var typed: [String: String] {
    Dictionary(
      Field.allCases.map { ($0.rawValue, text($0)) }, uniquingKeysWith: { first, _ in first })
  }
}
