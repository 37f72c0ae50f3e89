/// A table of any columns, for lists whose columns are small things of their own.
struct ListTable: Part {
  /// What it holds, for those who do not see it.
  let caption: String
  let heads: [Head]
  let rows: [Row]

  /// The head of a column; `order` is "ascending" or "descending" where the list is sorted by it.
  struct Head: Part {
    let text: String
    let style: String
    let sort: Link?
    let order: String?
  }

  /// One line.
  struct Row: Part {
    let cells: [Cell]
  }

  /// One cell; the first of a line is its head.
  struct Cell: Part {
    let isHead: Bool
    let style: String
    let text: String
    let href: String?
    let note: String?
    let tag: Tag?

    init(
      _ text: String, href: String? = nil, note: String? = nil, tag: Tag? = nil,
      isNumber: Bool = false, isHead: Bool = false
    ) {
      self.isHead = isHead
      self.style = isNumber ? "app-number" : ""
      self.text = text
      self.href = href
      self.note = note
      self.tag = tag
    }

    func value(named name: String) -> Value? {
      switch name {
      case "isHead": .flag(isHead)
      case "style": .text(style)
      case "text": .text(text)
      case "href": .text(href)
      case "href?": .flag(href != nil)
      case "note": .text(note)
      case "tag": .part(tag)
      default: nil
      }
    }
  }

  static let sample = ListTable(
    caption: "Councils",
    heads: [
      Head(text: "Council", style: "", sort: Link("Council", "?sort=council"), order: "ascending"),
      Head(text: "Ready", style: "app-number", sort: nil, order: nil),
    ],
    rows: [
      Row(cells: [
        Cell("Angus Council", href: "/councils/S12000041", note: "member", isHead: true),
        Cell("3 of 5", tag: Tag("late", .red), isNumber: true),
      ])
    ])
}
