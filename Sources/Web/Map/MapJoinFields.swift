import Programme
import Store

extension MapPage.Joining {
  init(_ subject: MapSubject, _ typed: [String: String], _ found: [Problem]) {
    fields = MapJoinFields.fields(
      subject.stored.map, from: typed["from"] ?? "", to: typed["to"] ?? "", found)
  }
}

/// The two lists that say which boxes are joined.
enum MapJoinFields {
  static func fields(
    _ map: BenefitsMap, from: String, to: String, _ found: [Problem]
  ) -> [FormField] {
    [
      FormField(
        "from", "From", .select(choices(map, [.output, .change, .outcome], from)),
        error: found.message(at: "from")),
      FormField(
        "to", "Leads to", .select(choices(map, [.change, .outcome, .benefit], to)),
        error: found.message(at: "to")),
    ]
  }

  static func choices(_ map: BenefitsMap, _ kinds: [MapKind], _ chosen: String) -> [Choice] {
    let boxes = kinds.flatMap { kind in map.column(kind).map { (kind, $0) } }
    return [Choice("", "Choose a box", isChosen: chosen.isEmpty)]
      + boxes.map { kind, box in
        Choice(box.id, "\(kind.rawValue): \(box.title)", isChosen: box.id == chosen)
      }
  }
}
