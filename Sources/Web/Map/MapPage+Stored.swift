import Calculator
import Programme
import Store

extension MapPage {
  /// A map as it is stored; `typed` and `found` are of a link that was refused.
  init(
    _ subject: MapSubject, councils: [Choice], typed: [String: String] = [:],
    problems found: [Problem] = [], sections: [SectionLink] = []
  ) {
    let (map, stored) = (subject.map, subject.stored)
    caption = subject.benefit.map { "\($0.title), \(stored.councilName)" } ?? stored.councilName
    self.sections = sections
    action = "/map"
    filters = MapPage.filters(subject, councils)
    let links = Shown.count(map.links.count, "link")
    summary =
      "\(Shown.count(map.boxes.count, "box", "boxes")), \(links)"
      + (subject.filter.isNarrowed ? ": what leads to the benefits that fit" : "")
    parts = MapPage.parts(of: subject)
    let isDrawn = !map.boxes.isEmpty && map.boxes.count <= MapLimit.drawn && parts.isEmpty
    let drawn = isDrawn ? subject.drawn : nil
    drawing = drawn?.drawing
    sheets = drawn?.sheets ?? []
    orphans = MapPage.orphans(subject)
    rows = parts.isEmpty ? Array(MapPage.rows(subject).prefix(MapLimit.listed)) : []
    exports = map.boxes.isEmpty ? [] : Link.exports("/map") { subject.filter.address($0).text }
    add = subject.mayChange ? MapPage.add(to: subject.filter.benefit) : nil
    joining = subject.mayChange && !stored.nodes.isEmpty ? Joining(subject, typed, found) : nil
    self.councils = []
    empty = isDrawn || !parts.isEmpty ? nil : MapPage.words(without: subject)
    problems = found.summary
    trail = [Link("Benefits", "/benefits")]
  }

  /// Where a box is added: what leads to the benefit that the map is of, else any.
  private static func add(to benefit: ID<Benefit>?) -> Link {
    benefit.map { Link("Add what leads to it", "/map/nodes/new?benefit=\($0)") }
      ?? Link("Add a box", "/map/nodes/new")
  }

  /// What is said in the place of a drawing.
  private static func words(without subject: MapSubject) -> String {
    if subject.map.boxes.count > MapLimit.drawn {
      return
        "These are too many boxes for one drawing: choose a service, an objective or a benefit."
    }
    return subject.filter.isNarrowed
      ? "No benefit fits these filters."
      : "Nothing stands on this map yet. Begin with what a project delivers, such as “One customer record”."
  }

  /// For those who have no council of their own.
  init(choosing councils: [Link]) {
    caption = "Choose a council"
    sections = []
    action = "/map"
    (filters, summary, parts, drawing, sheets) = ([], "", [], nil, [])
    (orphans, rows, exports, add, joining) = ([], [], [], nil, nil)
    self.councils = councils
    empty = councils.isEmpty ? "No council has a register that you may see." : nil
    problems = []
    trail = [Link("Benefits", "/benefits")]
  }

  private static func filters(_ subject: MapSubject, _ councils: [Choice]) -> [FormField] {
    let (stored, filter) = (subject.stored, subject.filter)
    func distinct(_ texts: [String]) -> [String] {
      let all = Dictionary(
        texts.filter { !$0.isEmpty }.map { (FoldedText.of($0), $0) },
        uniquingKeysWith: { first, _ in first })
      return all.sorted { $0.key < $1.key }.map(\.value)
    }
    func list(_ name: String, _ label: String, _ words: [String], _ chosen: String?) -> FormField {
      let known = chosen.map { words.contains($0) ? words : words + [$0] } ?? words
      return FormField(name, label, .select(Choice.filter("All", known, chosen: chosen ?? "")))
    }
    let benefits = stored.benefits.prefix(MapLimit.listed).map { benefit in
      Choice(
        benefit.id.description, "\(benefit.reference) \(benefit.title)",
        isChosen: benefit.id == filter.benefit)
    }
    return [
      FormField("council", "Council", .select(councils)),
      list("service", "Service", distinct(stored.benefits.map(\.service)), filter.service),
      list(
        "objective", "Objective", distinct(stored.benefits.map(\.objective)), filter.objective),
      FormField(
        "benefit", "Everything that leads to",
        .select([Choice("", "All benefits", isChosen: filter.benefit == nil)] + benefits)),
    ]
  }

  /// What is missing, each kind with the boxes it is missing around.
  private static func orphans(_ subject: MapSubject) -> [Orphan] {
    MapOrphan.allCases.compactMap { orphan in
      let boxes = subject.map.boxes.filter {
        subject.orphans[$0.id]?.contains(orphan) ?? false
      }
      guard !boxes.isEmpty else { return nil }
      return Orphan(
        words: "\(orphan.words): \(Shown.count(boxes.count, "box", "boxes"))",
        isOpen: boxes.count <= Orphan.openLimit,
        boxes: boxes.prefix(MapLimit.listed).map(subject.link))
    }
  }

  private static func rows(_ subject: MapSubject) -> [Row] {
    let boxes = Dictionary(subject.map.boxes.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let versions = Dictionary(
      subject.stored.links.map { ($0.id.description, $0.version) }, uniquingKeysWith: { $1 })
    let linked = Set(subject.map.links.flatMap { [$0.from, $0.to] })
    let rows = subject.map.links.compactMap { link -> Row? in
      guard let from = boxes[link.from], let to = boxes[link.to] else { return nil }
      let mayRemove = subject.mayChange && !link.id.isEmpty
      return Row(
        fromKind: from.kind.rawValue, from: subject.link(from), toKind: to.kind.rawValue,
        to: subject.link(to),
        removeHref: mayRemove ? "/map/links/\(link.id)/remove" : nil,
        version: versions[link.id].map { String($0) } ?? "",
        changeHref: subject.mayChange && link.id.isEmpty
          ? from.id.split(separator: ":").last.map { "/benefits/\($0)/edit#objective" } : nil)
    }
    return rows
      + subject.map.boxes.filter { !linked.contains($0.id) }.map { box in
        Row(
          fromKind: box.kind.rawValue, from: subject.link(box), toKind: "", to: nil,
          removeHref: nil, version: "", changeHref: nil)
      }
  }
}
