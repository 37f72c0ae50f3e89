import Programme

/// The benefits map of a council: drawing, table, what stands out, and where it is changed.
struct MapPage: Page {
  static let template = "map/map"

  let title = "Benefits map"
  let caption: String
  /// The way to the other pages about the benefit, when the map is of one.
  let sections: [SectionLink]
  let action: String
  let filters: [FormField]
  let summary: String
  /// Parts to choose from, in the place of a large drawing that nobody asked for.
  let parts: [PartList]
  let drawing: MapDrawing?
  let sheets: [MapDrawing]
  let orphans: [Orphan]
  let rows: [Row]
  let exports: [Link]
  /// Where a box is added; nil for those who may not.
  let add: Link?
  let joining: Joining?
  /// Councils to choose from, for those who have none of their own.
  let councils: [Link]
  /// Said where there is nothing to draw.
  let empty: String?
  let problems: [PageProblem]
  let area: Area? = .map
  let trail: [Link]
  let isWide = true

  /// Parts of one kind: "By service", each with how many benefits it has.
  struct PartList: Part {
    let heading: String
    let links: [Link]
  }

  /// What is missing, and the boxes it is missing around.
  struct Orphan: Part {
    /// "No change leads to it: 3 boxes".
    let words: String
    /// Whether the boxes show at once: a few do.
    let isOpen: Bool
    let boxes: [Link]

    /// The most boxes that show at once.
    static let openLimit = 5
  }

  /// One link, or a box without one.
  struct Row: Part {
    let fromKind: String
    let from: Link
    let toKind: String
    /// Nil for a box that leads nowhere.
    let to: Link?
    /// Where the link is taken away; nil for what is no link of the map, and for those who may not.
    let removeHref: String?
    let version: String
    /// Where a benefit's objective is changed.
    let changeHref: String?
  }

  /// The form that joins two boxes.
  struct Joining: Part {
    let fields: [FormField]
  }
}
