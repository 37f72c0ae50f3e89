import Programme
import Store

/// Which part of a map is shown: everything, or what leads to some of its benefits.
struct MapFilter: Sendable, Hashable {
  var council: CouncilCode?
  var service: String?
  var objective: String?
  var benefit: ID<Benefit>?
  /// Whether a large map is wanted in one drawing.
  var isWhole = false

  init() {}

  /// Reads the filter of an address.
  init(_ query: Submission) throws(Refusal) {
    var reader = QueryReader(query)
    council = reader.read("council", "the code of a council") { CouncilCode(text: $0) }
    service = reader.text("service")
    objective = reader.text("objective")
    benefit = reader.read("benefit", "a benefit of the list") { ID<Benefit>(text: $0) }
    isWhole = reader.text("whole") == "yes"
    try reader.finish()
  }

  /// Whether a part is left out.
  var isNarrowed: Bool { service != nil || objective != nil || benefit != nil }

  /// The address of the same part of the map.
  func address(_ path: String = "/map") -> Address {
    Address(path).with("council", council?.description).with("service", service)
      .with("objective", objective).with("benefit", benefit?.description)
      .with("whole", isWhole ? "yes" : nil)
  }

  /// The part of a map that leads to the benefits that fit.
  func part(of stored: StoredMap) -> BenefitsMap {
    let map = stored.map
    guard isNarrowed else { return map }
    let fitting = stored.benefits.filter { matches($0) }
    return map.leading(to: Set(fitting.map { StoredMap.box($0.id) }))
  }

  private func matches(_ candidate: MapBenefit) -> Bool {
    if let benefit, candidate.id != benefit { return false }
    if let service, FoldedText.of(candidate.service) != FoldedText.of(service) { return false }
    guard let objective else { return true }
    return FoldedText.of(candidate.objective) == FoldedText.of(objective)
  }
}
