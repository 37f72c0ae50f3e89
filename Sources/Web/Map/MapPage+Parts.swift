import Calculator
import Programme
import Store

extension MapPage {
  /// What is offered before a large map is drawn whole: its objectives and services; nothing where
  /// somebody chose a part or asked for the whole.
  static func parts(of subject: MapSubject) -> [PartList] {
    let filter = subject.filter
    guard subject.map.boxes.count > MapLimit.unasked, !filter.isNarrowed, !filter.isWhole else {
      return []
    }
    let benefits = subject.stored.benefits
    let whole = Link(
      "The whole map: \(Shown.count(subject.map.boxes.count, "box", "boxes"))",
      filter.address().with("whole", "yes").text)
    let lists = [
      list("By objective", benefits.map(\.objective)) { filter.address().with("objective", $0) },
      list("By service", benefits.map(\.service)) { filter.address().with("service", $0) },
    ]
    return lists.filter { !$0.links.isEmpty }
      + [PartList(heading: "All at once", links: [whole])]
  }

  /// Each name once, whatever its spelling, with how many benefits have it.
  private static func list(
    _ heading: String, _ names: [String], _ address: (String) -> Address
  ) -> PartList {
    let groups = Dictionary(grouping: names.filter { !$0.isEmpty }, by: FoldedText.of)
    let links = groups.sorted { $0.key < $1.key }.compactMap { _, same in
      same.first.map {
        Link("\($0): \(Shown.count(same.count, "benefit"))", address($0).text)
      }
    }
    return PartList(heading: heading, links: Array(links.prefix(MapLimit.listed)))
  }
}
