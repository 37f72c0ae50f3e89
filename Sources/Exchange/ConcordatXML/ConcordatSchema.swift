import Calculator
import Programme

/// Writes the XML Schema of Concordat XML from its elements. What validates is this text; the file in
/// `Schemas`, for other programs, is the same, and a test sees to it.
public struct ConcordatSchema {
  private var lines = MarkupLines()
  private var types: [String: FieldKind] = [:]
  private var moneyTypes: Set<String> = []

  /// The schema, XML Schema 1.0.
  public static var text: String {
    var schema = ConcordatSchema()
    return schema.written()
  }

  private mutating func written() -> String {
    lines.open(
      "xs:schema",
      [
        ("xmlns:xs", "http://www.w3.org/2001/XMLSchema"), ("xmlns", ConcordatVocabulary.namespace),
        ("targetNamespace", ConcordatVocabulary.namespace), ("elementFormDefault", "qualified"),
        ("version", "1"),
      ])
    note(
      """
      A benefits register as Concordat hands it out. Amounts carry the basis of their prices and, \
      where it is real, the year of them. Results are for information: a reader works them out anew.
      """)
    element(ConcordatVocabulary.programme, isRoot: true)
    for name in types.keys.sorted() { types[name].map { type(name, $0) } }
    for name in moneyTypes.sorted() { money(name) }
    named()
    lines.close("xs:schema")
    return MarkupLines.declaration + lines.text
  }

  // MARK: elements

  private mutating func element(_ element: ConcordatElement, isRoot: Bool = false) {
    var attributes = [("name", element.name)]
    if !isRoot, !element.isRequired { attributes.append(("minOccurs", "0")) }
    if element.most != 1 {
      attributes.append(("maxOccurs", element.most.map(String.init) ?? "unbounded"))
    }
    switch element.content {
    case .elements(let children):
      lines.open("xs:element", attributes)
      group(children, of: element)
      lines.close("xs:element")
    case .fixed(let words):
      lines.empty("xs:element", attributes + [("type", "xs:string"), ("fixed", words)])
    case .figure: lines.empty("xs:element", attributes + [("type", "figure")])
    case .value(.choice(let words), _): choice(words, attributes)
    case .value(let kind, let isMoney):
      lines.empty("xs:element", attributes + [("type", name(kind, isMoney: isMoney))])
    }
  }

  private mutating func group(_ children: [ConcordatElement], of element: ConcordatElement) {
    lines.open("xs:complexType")
    lines.open("xs:sequence")
    for child in children { self.element(child) }
    lines.close("xs:sequence")
    if element.kind == .results {
      lines.empty(
        "xs:attribute", [("name", "engine"), ("type", "xs:token"), ("use", "required")])
      lines.empty(
        "xs:attribute", [("name", "checksum"), ("type", "checksum"), ("use", "required")])
    }
    lines.close("xs:complexType")
  }

  private mutating func choice(_ words: [String], _ attributes: [(String, String)]) {
    lines.open("xs:element", attributes)
    lines.open("xs:simpleType")
    restriction("xs:string", words.map { ("enumeration", $0) })
    lines.close("xs:simpleType")
    lines.close("xs:element")
  }

  // MARK: types

  /// The name of the type of a kind, noted so that it is written once.
  private mutating func name(_ kind: FieldKind, isMoney: Bool) -> String {
    let name = ConcordatSchema.name(kind)
    types[name] = kind
    guard isMoney else { return name }
    moneyTypes.insert(name)
    return "money-" + name
  }

  private static func name(_ kind: FieldKind) -> String {
    switch kind {
    case .text(let most): "text-\(most)"
    case .number(let low, let high): "number-\(low.text)-to-\(high.text)"
    case .share(let low, let high): "share-\(low.text)-to-\(high.text)"
    case .whole(let range): "whole-\(range.lowerBound)-to-\(range.upperBound)"
    case .day: "day"
    case .financialYear: "financialYear"
    case .choice, .list: "text-\(RecordLimit.titleCharacters)"
    }
  }

  private mutating func type(_ name: String, _ kind: FieldKind) {
    guard kind != .financialYear else { return }
    lines.open("xs:simpleType", [("name", name)])
    switch kind {
    case .text(let most): restriction("xs:string", [("maxLength", String(most))])
    case .number(let low, let high), .share(let low, let high): decimal(low, high)
    case .whole(let range):
      restriction(
        "xs:int",
        [
          ("minInclusive", String(range.lowerBound)), ("maxInclusive", String(range.upperBound)),
        ])
    case .day: restriction("xs:date", [("pattern", "[0-9]{4}-[0-9]{2}-[0-9]{2}")])
    case .choice, .list, .financialYear: break
    }
    lines.close("xs:simpleType")
  }

  /// A decimal within bounds. Validators need not know more than 18 digits and libxml2 knows 24, so
  /// a decimal with very many places is taken by its form.
  private mutating func decimal(_ low: Exact, _ high: Exact) {
    lines.open("xs:union", [("memberTypes", "manyPlaces")])
    lines.open("xs:simpleType")
    restriction(
      "xs:decimal",
      [("minInclusive", low.text), ("maxInclusive", high.text), ("fractionDigits", "18")])
    lines.close("xs:simpleType")
    lines.close("xs:union")
  }

  private mutating func money(_ name: String) {
    lines.open("xs:complexType", [("name", "money-" + name)])
    lines.open("xs:simpleContent")
    lines.open("xs:extension", [("base", name)])
    lines.open("xs:attribute", [("name", "basis"), ("use", "required")])
    lines.open("xs:simpleType")
    restriction("xs:string", PriceBase.allCases.map { ("enumeration", $0.rawValue) })
    lines.close("xs:simpleType")
    lines.close("xs:attribute")
    lines.empty("xs:attribute", [("name", "priceYear"), ("type", "financialYear")])
    lines.close("xs:extension")
    lines.close("xs:simpleContent")
    lines.close("xs:complexType")
  }

  /// Types that do not depend on the fields.
  private mutating func named() {
    simple("financialYear", [("pattern", "[0-9]{4}/[0-9]{2}")])
    simple("manyPlaces", [("pattern", "-?[0-9]{1,13}\\.[0-9]{12,18}")])
    simple("result", [("pattern", "-?[0-9]{1,21}(\\.[0-9]{1,18})?")])
    simple("checksum", [("pattern", "[0-9a-f]{8}")])
    simple("figureName", ResultName.allCases.map { ("enumeration", $0.rawValue) })
    lines.open("xs:complexType", [("name", "figure")])
    lines.open("xs:simpleContent")
    lines.open("xs:extension", [("base", "result")])
    lines.empty("xs:attribute", [("name", "name"), ("type", "figureName"), ("use", "required")])
    lines.empty("xs:attribute", [("name", "benefit"), ("type", "xs:string")])
    lines.empty("xs:attribute", [("name", "year"), ("type", "xs:unsignedShort")])
    lines.close("xs:extension")
    lines.close("xs:simpleContent")
    lines.close("xs:complexType")
  }

  private mutating func simple(_ name: String, _ facets: [(String, String)]) {
    lines.open("xs:simpleType", [("name", name)])
    restriction("xs:string", facets)
    lines.close("xs:simpleType")
  }

  private mutating func restriction(_ base: String, _ facets: [(String, String)]) {
    lines.open("xs:restriction", [("base", base)])
    for (name, value) in facets { lines.empty("xs:" + name, [("value", value)]) }
    lines.close("xs:restriction")
  }

  private mutating func note(_ words: String) {
    lines.open("xs:annotation")
    lines.leaf("xs:documentation", words)
    lines.close("xs:annotation")
  }
}
