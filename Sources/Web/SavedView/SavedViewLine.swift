import Store

/// A question of a list that is kept under a name.
struct SavedViewLine: Part {
  let name: String
  let href: String
  /// "Morag Reid, for everybody of the organisation".
  let who: String
  let removeHref: String?
}

extension SavedViewLine {
  init(_ view: SavedView) {
    name = view.name
    href = "\(view.list.address)?\(view.query)"
    who = view.personName + (view.isShared ? ", for everybody of the organisation" : "")
    removeHref = view.isOwn ? "\(view.list.address)/views/\(view.id)/remove" : nil
  }

  static let sample = SavedViewLine(
    name: "Ours, overdue", href: "/issues?need=ours", who: "Morag Reid",
    removeHref: "/issues/views/1/remove")
}

/// The form that keeps such a question.
struct KeepView: Part {
  /// What is kept, in the words of the heading and the button.
  let heading: String
  let button: String
  let action: String
  let query: String
  var name: FormField
  let isShared: Bool

  init(
    query: String, of list: SavedView.List, name: String = "", isShared: Bool = false,
    error: String? = nil
  ) {
    (heading, button) = (list.heading, list.button)
    action = "\(list.address)/views"
    self.query = query
    self.isShared = isShared
    self.name = FormField(
      "name", "Name", .line(width: "govuk-input--width-20"), value: name,
      hint: "For example “\(list.example)”", error: error)
  }
}

extension SavedView.List {
  /// The page whose questions they are.
  var address: String {
    switch self {
    case .pivot: "/benefits/pivot"
    case .issues: "/issues"
    }
  }

  fileprivate var heading: String {
    switch self {
    case .pivot: "Kept pivots"
    case .issues: "Kept lists"
    }
  }

  fileprivate var button: String {
    switch self {
    case .pivot: "Keep this pivot"
    case .issues: "Keep this list"
    }
  }

  fileprivate var example: String {
    switch self {
    case .pivot: "Cash by service"
    case .issues: "Overdue at our supplier"
    }
  }
}
