/// Shows every element of a document to a closure, and nothing else.
final class ElementVisitor: XMLHandler {
  private let visit: (XMLElement) -> Void

  init(_ visit: @escaping (XMLElement) -> Void) { self.visit = visit }

  func start(_ element: XMLElement) { visit(element) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end() {}
}
