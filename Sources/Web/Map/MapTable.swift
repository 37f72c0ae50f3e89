import Exchange
import Programme
import Store

extension Exchange.Table {
  /// The links of a map, and its boxes without any; with what is missing around each start.
  init(_ subject: MapSubject?) {
    let headings = ["From kind", "From", "To kind", "To", "Missing"]
    guard let subject else {
      self.init(headings: headings, rows: [])
      return
    }
    let boxes = Dictionary(subject.map.boxes.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let linked = Set(subject.map.links.flatMap { [$0.from, $0.to] })
    func missing(_ id: MapBox.ID) -> TableCell {
      .text((subject.orphans[id] ?? []).map(\.words).joined(separator: "; "))
    }
    func name(_ box: MapBox) -> TableCell { .text(subject.link(box).text) }
    let links = subject.map.links.compactMap { link -> [TableCell]? in
      guard let from = boxes[link.from], let to = boxes[link.to] else { return nil }
      return [
        .text(from.kind.rawValue), name(from), .text(to.kind.rawValue), name(to),
        missing(from.id),
      ]
    }
    let alone = subject.map.boxes.filter { !linked.contains($0.id) }.map { box in
      [TableCell.text(box.kind.rawValue), name(box), .blank, .blank, missing(box.id)]
    }
    self.init(headings: headings, rows: links + alone)
  }
}
