/// Something a template can show: a struct of stored values that are already formatted.
///
/// The names in a template are the names of the stored properties; a question mark behind one asks
/// whether there is any of it ("rows?"). Structs that are shown thousands of times a second answer
/// by a switch of their own.
protocol Part: Sendable {
  /// What a name stands for; nil when the struct has no such name.
  func value(named name: String) -> Value?
}

extension Part {
  func value(named name: String) -> Value? {
    guard name.utf8.last == UInt8(ascii: "?") else { return stored(name) }
    return stored(String(name.dropLast())).map { .flag($0.isThere) }
  }

  private func stored(_ name: String) -> Value? {
    for case (name, let stored) in Mirror(reflecting: self).children { return Value(stored) }
    return nil
  }
}

/// A page: what it shows, the template that shows it and how it sits in the layout.
protocol Page: Part {
  /// The name of its template.
  static var template: String { get }
  /// The page with every value present and every list filled, for tests and previews.
  static var sample: Self { get }
  /// The other states worth looking at, by name: empty, with problems.
  static var states: [String: Self] { get }
  /// The heading in the browser's title bar.
  var title: String { get }
  /// The way back up: each page above this one.
  var trail: [Link] { get }
  /// What stands against the form as it was sent; not empty makes it an error page.
  var problems: [PageProblem] { get }
  /// The entry of the navigation it belongs to.
  var area: Area? { get }
  /// Whether it uses the whole width of the window, as lists and figures do.
  var isWide: Bool { get }
}

extension Page {
  static var states: [String: Self] { [:] }
  var trail: [Link] { [] }
  var problems: [PageProblem] { [] }
  var area: Area? { nil }
  var isWide: Bool { false }
}
