import Calculator
import Programme
import Store

/// A box of the map: what it is, what leads to it and what it leads to.
struct MapNodePage: Page {
  static let template = "map/node"

  let title: String
  let kind: String
  let council: Link
  let visibility: Tag
  let owner: String
  let due: String
  let description: String?
  let changeHref: String?
  let removeHref: String?
  /// Where a box is added that comes after this one, or before it.
  let nextHref: String?
  let previousHref: String?
  let flags: [String]
  let before: [Joined]
  let after: [Joined]
  /// The lists that join it to a later box; empty for those who may not.
  let joining: [FormField]
  let id: String
  /// Links of it that were taken away, newest first.
  let removed: [Joined]
  let history: [JournalLine]
  let problems: [PageProblem]
  let area: Area? = .map
  let trail: [Link]

  /// A box at the other end of a link.
  struct Joined: Part {
    let kind: String
    let box: Link
    /// Where the link is taken away, or made again; nil for those who may not.
    let action: String?
    let version: String
  }
}

extension MapNodePage {
  /// A box as it is stored, on its map.
  init(
    _ node: Stored<MapNode>, on subject: MapSubject, removed gone: [MapLink],
    history: [JournalEntry], typed: String = "", problems found: [Problem] = []
  ) {
    let stored = subject.stored
    let own = StoredMap.box(node.id)
    let mayChange = subject.mayChange
    let boxes = Dictionary(stored.map.boxes.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    func joined(_ link: MapLink, _ other: MapBox.ID, _ verb: String) -> Joined? {
      boxes[other].map { box in
        Joined(
          kind: box.kind.rawValue, box: subject.link(box),
          action: mayChange ? "/map/links/\(link.id)/\(verb)" : nil, version: String(link.version))
      }
    }
    title = node.noun.title
    kind = node.noun.kind.rawValue
    council = Link(
      stored.councilName, stored.councilCode.map { "/map?council=\($0)" } ?? "/map")
    visibility = Tag(node.visibility)
    owner = Shown.words(node.noun.owner)
    due = Shown.day(node.noun.due)
    description = node.noun.description.isEmpty ? nil : node.noun.description
    changeHref = mayChange ? "/map/nodes/\(node.id)/edit" : nil
    removeHref = mayChange ? "/map/nodes/\(node.id)/remove" : nil
    nextHref =
      mayChange && node.noun.kind < .outcome ? "/map/nodes/new?after=\(node.id)" : nil
    previousHref =
      mayChange && node.noun.kind != .output && node.noun.kind != .objective
      ? "/map/nodes/new?before=\(node.id)" : nil
    flags = (subject.orphans[own] ?? []).map(\.words)
    let objectiveOf = stored.map.links.filter { $0.to == own && $0.id.isEmpty }
    before =
      stored.links.filter { $0.to == .node(node.id) }
      .compactMap { joined($0, StoredMap.box($0.from), "remove") }
      + objectiveOf.compactMap { arrow in
        boxes[arrow.from].map {
          Joined(kind: $0.kind.rawValue, box: subject.link($0), action: nil, version: "")
        }
      }
    after = stored.links.filter { $0.from == node.id }
      .compactMap { joined($0, $0.to.box, "remove") }
    let later = MapKind.allCases.filter { node.noun.kind.leads(to: $0) }
    joining =
      mayChange && !later.isEmpty
      ? [
        FormField(
          "to", "It leads to", .select(MapJoinFields.choices(stored.map, later, typed)),
          error: found.message(at: "to"))
      ] : []
    id = own
    removed = gone.prefix(10).compactMap { link in
      let other = link.from == node.id ? link.to.box : StoredMap.box(link.from)
      return mayChange ? joined(link, other, "restore") : nil
    }
    self.history = history.map { JournalLine($0, namesRecord: false) }
    problems = found.summary
    trail = MapNodePage.trail(of: stored)
  }

  /// The way back up from a box.
  static func trail(of stored: StoredMap) -> [Link] {
    [
      Link("Benefits", "/benefits"),
      Link("Map", stored.councilCode.map { "/map?council=\($0)" } ?? "/map"),
    ]
  }

  static let sample = MapNodePage(
    title: "One customer record", kind: "Output",
    council: Link("West Lothian Council", "/map?council=S12000040"), visibility: Tag(.shared),
    owner: "Head of ICT", due: "1 April 2010", description: "All contacts in one place",
    changeHref: "/map/nodes/1/edit", removeHref: "/map/nodes/1/remove",
    nextHref: "/map/nodes/new?after=1", previousHref: "/map/nodes/new?before=1",
    flags: ["Nobody uses it"],
    before: [
      Joined(kind: "Output", box: Link("Data cleaned", "/map/nodes/2"), action: nil, version: "")
    ],
    after: [
      Joined(
        kind: "Change", box: Link("Advisers see the history", "/map/nodes/3"),
        action: "/map/links/1/remove", version: "1")
    ],
    joining: [FormField("to", "It leads to", .select([Choice("", "Choose", isChosen: true)]))],
    id: "node:1",
    removed: [
      Joined(
        kind: "Change", box: Link("Fewer transfers", "/map/nodes/4"),
        action: "/map/links/2/restore", version: "2")
    ],
    history: [.sample], problems: [], trail: [Link("Map", "/map")])

  static let states = [
    "bare": MapNodePage(
      title: "Better access", kind: "Objective",
      council: Link("West Lothian Council", "/map"), visibility: Tag(.draft), owner: "not known",
      due: "not known", description: nil, changeHref: nil, removeHref: nil, nextHref: nil,
      previousHref: nil, flags: [], before: [], after: [], joining: [], id: "node:2", removed: [],
      history: [], problems: [], trail: [])
  ]
}
