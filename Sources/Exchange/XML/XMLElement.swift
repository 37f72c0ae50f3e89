import CXML2
import Foundation

/// A start tag as libxml2 shows it. Valid only while its handler runs.
struct XMLElement {
  /// A name of libxml2's dictionary: two names are the same when their addresses are.
  typealias Name = UnsafePointer<UInt8>

  let name: Name
  let namespace: Name?
  fileprivate let attributes: UnsafeMutablePointer<Name?>?
  let attributeCount: Int

  init(
    name: Name, namespace: Name?, attributes: UnsafeMutablePointer<Name?>?, attributeCount: Int
  ) {
    (self.name, self.namespace) = (name, namespace)
    self.attributes = attributes
    self.attributeCount = attributeCount
  }

  /// One attribute: libxml2 hands out name, prefix, namespace, begin and end of the value.
  func attribute(_ index: Int) -> XMLAttribute? {
    guard index < attributeCount, let fields = attributes?.advanced(by: index * 5),
      let name = fields[0], let begin = fields[3], let end = fields[4]
    else { return nil }
    let value = UnsafeBufferPointer(start: begin, count: max(0, end - begin))
    return XMLAttribute(name: name, namespace: fields[2], value: value)
  }
}

extension XMLElement {
  /// Whether this is its local name.
  func isNamed(_ word: StaticString) -> Bool { XMLElement.same(name, word) }

  /// The attribute of a local name that has no namespace.
  func attribute(_ word: StaticString) -> XMLAttribute? {
    attribute { $0.namespace == nil && XMLElement.same($0.name, word) }
  }

  /// The attribute of a local name in one of two namespaces.
  func attribute(_ word: StaticString, in first: Name?, or second: Name? = nil) -> XMLAttribute? {
    attribute { attribute in
      guard let namespace = attribute.namespace else { return false }
      return (namespace == first || namespace == second) && XMLElement.same(attribute.name, word)
    }
  }

  private func attribute(where isWanted: (XMLAttribute) -> Bool) -> XMLAttribute? {
    for index in 0..<attributeCount {
      if let attribute = attribute(index), isWanted(attribute) { return attribute }
    }
    return nil
  }

  private static func same(_ name: Name, _ word: StaticString) -> Bool {
    strcmp(UnsafeRawPointer(name), word.utf8Start) == 0
  }
}

/// An attribute. Valid only while its handler runs.
struct XMLAttribute {
  let name: XMLElement.Name
  let namespace: XMLElement.Name?
  let value: UnsafeBufferPointer<UInt8>

  var text: String { String(decoding: value, as: UTF8.self) }

  /// A whole number of at most nine digits; nil for anything else.
  var whole: Int? {
    guard (1...9).contains(value.count) else { return nil }
    var number = 0
    for byte in value {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return number
  }

  func equals(_ word: StaticString) -> Bool {
    value.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }
}

/// Takes the events of an ``XMLStream`` in the order of the document.
protocol XMLHandler: AnyObject {
  func start(_ element: XMLElement)
  func text(_ bytes: UnsafeBufferPointer<UInt8>)
  func end()
}
