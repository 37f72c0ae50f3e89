import Mustache

/// Something a template can show: a struct of stored values that are already formatted.
///
/// The names in a template are the names of the stored properties; a question mark behind one asks
/// whether there is any of it ("rows?"). What is absent (nil) answers with ``Absent``, so that no
/// name climbs to the struct around it. Structs that are shown thousands of times a second answer
/// by a switch of their own.
protocol Part: MustacheParent, Sendable {}

extension Part {
  func child(named name: String) -> Any? {
    guard name.utf8.last == UInt8(ascii: "?") else { return stored(name) }
    return stored(String(name.dropLast())).map(isThere)
  }

  private func stored(_ name: String) -> Any? {
    for case (name, let value) in Mirror(reflecting: self).children {
      guard let optional = value as? any Omittable else { return value }
      return optional.wrapped ?? Absent()
    }
    return nil
  }

  private func isThere(_ value: Any) -> Bool {
    switch value {
    case is Absent: false
    case let list as any Collection: !list.isEmpty
    default: true
    }
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

/// What stands where a value is absent: shows nothing, and counts as false.
struct Absent: MustacheCustomRenderable, Sendable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

private protocol Omittable {
  var wrapped: Any? { get }
}

extension Optional: Omittable {
  var wrapped: Any? { self }
}
