import Programme
import Store

/// Who has which part in what: a line an activity, a column a party.
struct ResponsibilityMatrix: Part {
  let heads: [Head]
  let rows: [Row]

  /// A party.
  struct Head: Part {
    let text: String
    let href: String
    /// "app-matrix__own" for the viewer's own party.
    let style: String
  }

  /// An activity.
  struct Row: Part {
    let title: String
    let href: String
    let cells: [Cell]
  }

  /// A party's part in an activity.
  struct Cell: Part {
    let letter: String
    /// "Responsible, not confirmed".
    let words: String
    let isOpen: Bool
    let style: String

    func value(named name: String) -> Value? {
      switch name {
      case "letter": .text(letter)
      case "words": .text(words)
      case "isOpen": .flag(isOpen)
      case "style": .text(style)
      default: nil
      }
    }
  }

  /// The activities with the parts of those parties.
  init(_ activities: [StoredActivity], _ parties: [PartyRow], own: ID<Organisation>) {
    heads = parties.map { party in
      Head(
        text: party.shortName, href: party.href,
        style: party.id == own ? "app-matrix__own" : "")
    }
    rows = activities.map { stored in
      Row(
        title: stored.activity.title, href: "/responsibilities/\(stored.id)",
        cells: parties.map { Cell(stored.assignments[$0.id], isOwn: $0.id == own) })
    }
  }

  private init(heads: [Head], rows: [Row]) {
    self.heads = heads
    self.rows = rows
  }

  static let sample = ResponsibilityMatrix(
    heads: [Head(text: "West Lothian", href: "/councils/S12000040", style: "app-matrix__own")],
    rows: [
      Row(
        title: "Move the data", href: "/responsibilities/1",
        cells: [
          Cell(letter: "R", words: "Responsible, not confirmed", isOpen: true, style: "")
        ])
    ])
}

extension ResponsibilityMatrix.Cell {
  fileprivate init(_ assignment: StoredActivity.Assignment?, isOwn: Bool) {
    letter = assignment?.part.letter ?? ""
    isOpen = assignment != nil && assignment?.confirmedAt == nil
    words = assignment?.words ?? ""
    style = isOwn ? "app-matrix__own" : ""
  }
}

extension PartyRow {
  /// The name without the word that most share.
  var shortName: String {
    name.hasSuffix(" Council") ? String(name.dropLast(" Council".count)) : name
  }
}
