import Programme

/// A link: what it says and where it leads.
struct Link: Part, Equatable {
  let text: String
  let href: String

  init(_ text: String, _ href: String) {
    self.text = text
    self.href = href
  }

  func value(named name: String) -> Value? {
    switch name {
    case "text": .text(text)
    case "href": .text(href)
    default: nil
    }
  }
}

extension Link {
  /// The formats that a list is handed out in; `address` makes the address of a path.
  static func exports(_ path: String, _ address: (String) -> String) -> [Link] {
    [
      Link("CSV", address("\(path).csv")), Link("Excel workbook", address("\(path).xlsx")),
    ]
  }
}

/// A short state, told by its word first and by colour only beside it.
struct Tag: Part {
  let text: String
  /// A class of the design system: "govuk-tag--green".
  let style: String

  init(_ text: String, _ colour: Colour = .grey) {
    self.text = text
    self.style = "govuk-tag--\(colour.rawValue)"
  }

  /// The colours of the design system.
  enum Colour: String {
    case grey, green, turquoise, blue, purple, red, orange, yellow
  }
}

/// One problem in the summary at the head of a page; leads to its field.
struct PageProblem: Part {
  let message: String
  let href: String

  init(_ message: String, at id: String) {
    self.message = message
    self.href = "#\(id)"
  }

  /// A problem at its field; one that stands at no field leads elsewhere, as a rule to the page's
  /// head.
  init(_ problem: Problem, elsewhere id: String = "main-content") {
    let field: String? = if case .field(let name) = problem.place { name } else { nil }
    self.init(problem.message, at: field.map { FormField.id($0) } ?? id)
  }
}

/// A figure that stands out, with its unit in the label and a way to how it came about.
struct Figure: Part {
  let label: String
  let value: String
  let note: String?
  let working: Link?

  init(_ label: String, _ value: String, note: String? = nil, working: Link? = nil) {
    self.label = label
    self.value = value
    self.note = note
    self.working = working
  }
}

/// A line of a summary list.
struct SummaryLine: Part {
  let label: String
  let value: String
  /// Where it comes from, or how a blank was read.
  let note: String?

  init(_ label: String, _ value: String, note: String? = nil) {
    self.label = label
    self.value = value
    self.note = note
  }
}

/// Money by year, with a total a row.
struct YearTable: Part {
  let caption: String
  /// The financial years: "2009/10".
  let years: [String]
  let rows: [Row]

  /// One line of money; `style` is "app-total" for a sum.
  struct Row: Part {
    let label: String
    let cells: [String]
    let total: String
    let style: String

    init(_ label: String, _ cells: [String], total: String, isSum: Bool = false) {
      self.label = label
      self.cells = cells
      self.total = total
      self.style = isSum ? "app-total" : ""
    }
  }
}

/// A field that changed, from what to what.
struct ChangeLine: Part {
  let label: String
  let before: String
  let after: String
}

/// What the filters, sort and place of a list are, kept in a form that changes only some of them.
struct HiddenField: Part {
  let name: String
  let value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// The way through a list that is cut by place and not by number: on, and back to its start.
struct Paging: Part {
  /// "25 of 90 benefits".
  let summary: String
  /// The first part of the list; nil where one is there already.
  let first: String?
  let next: String?
}
