import Programme

/// One element of Concordat XML. The schema is written from these and the reader walks along them,
/// so that a field that a record gains is written, checked and read without another word.
final class ConcordatElement: Sendable {
  /// What stands between the tags.
  enum Content: Sendable {
    /// Elements, in this order.
    case elements([ConcordatElement])
    /// The value of a field; an amount of money says at which prices.
    case value(FieldKind, isMoney: Bool)
    /// Always the same words.
    case fixed(String)
    /// A result.
    case figure
  }

  /// What an element is that holds fields of its own.
  enum Kind: Sendable {
    case programme, channelCost, council, service, stakeholder, benefit, criterion, column, cost
    case actual, forecast, measure, measureValue, results, figure
  }

  let name: String
  let content: Content
  /// The raw name of the field that its text, or its items, are.
  let field: String?
  let kind: Kind?
  let isRequired: Bool
  /// How often it may stand; nil for any number.
  let most: Int?
  private let children: [String: ConcordatElement]

  init(
    _ name: String, _ content: Content, field: String? = nil, kind: Kind? = nil,
    isRequired: Bool = false, most: Int? = 1
  ) {
    self.name = name
    self.content = content
    self.field = field
    self.kind = kind
    self.isRequired = isRequired
    self.most = most
    var children: [String: ConcordatElement] = [:]
    if case .elements(let elements) = content {
      for element in elements { children[element.name] = element }
    }
    self.children = children
  }

  /// The element of a name inside this one.
  func child(_ name: String) -> ConcordatElement? { children[name] }

  /// Whether its text is an amount of money.
  var isMoney: Bool {
    if case .value(_, isMoney: true) = content { return true }
    return false
  }
}

extension ConcordatElement {
  /// A section that holds any number of one element.
  static func list(_ name: String, _ element: ConcordatElement) -> ConcordatElement {
    ConcordatElement(name, .elements([element]))
  }

  /// A record whose fields are elements, in the order of its own table.
  static func record<Item: SheetRecord>(
    _ name: String, _ kind: Kind, _: Item.Type, without left: Set<Item.Field> = []
  ) -> ConcordatElement {
    let fields = Item.Field.allCases.filter { !left.contains($0) }
    return .record(name, kind, fields, required: Item.requiredFields)
  }

  /// The same of named fields, with more elements behind them.
  static func record<Field: RecordField>(
    _ name: String, _ kind: Kind, _ fields: [Field], required: [Field],
    and more: [ConcordatElement] = []
  ) -> ConcordatElement {
    ConcordatElement(
      name, .elements(fields.map { .field($0, isRequired: required.contains($0)) } + more),
      kind: kind, most: nil)
  }

  /// A field under its own name, or another.
  static func field<Field: RecordField>(
    _ field: Field, as name: String? = nil, isRequired: Bool = false
  ) -> ConcordatElement {
    let content: Content
    if case .list(let most) = field.kind {
      let item = ConcordatElement(
        "item", .value(.text(maxCharacters: RecordLimit.titleCharacters), isMoney: false),
        field: field.rawValue, most: most)
      content = .elements([item])
    } else {
      content = .value(field.kind, isMoney: field.isMoney)
    }
    return ConcordatElement(
      name ?? field.rawValue, content, field: field.rawValue, isRequired: isRequired)
  }
}

extension RecordField {
  /// Whether it holds pounds, which mean something only with the year of their prices.
  var isMoney: Bool {
    if case .number = kind { return unit.hasPrefix("£") }
    return false
  }
}
