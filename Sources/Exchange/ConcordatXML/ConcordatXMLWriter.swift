import Calculator
import Programme

/// Writes a register as Concordat XML, an element a line, in an order of its own: the same register
/// always gives the same bytes.
struct ConcordatXMLWriter {
  private let register: Register
  private let codes: [String: CouncilCode]
  private var lines = MarkupLines()
  /// What every amount says about its prices.
  private let prices: [(String, String)]

  init(_ register: Register, codes: [String: CouncilCode]) {
    self.register = register
    self.codes = codes
    prices = ConcordatPrices(register.cover).attributes
  }

  /// The document up to its last tag, which results may still stand in front of.
  static let end = "</programme>\n"

  /// The document; with the results of `figures` unless they are to be left out.
  mutating func written(_ figures: Figures<Exact>?) -> String {
    lines.open("programme", [("xmlns", ConcordatVocabulary.namespace)])
    head()
    records("channelCosts", "channelCost", register.channelCosts)
    names()
    section("benefits", register.benefits) { $0.benefit($1) }
    records("costs", "cost", register.costs)
    records("periodValues", "periodValue", register.actuals)
    records("periodForecasts", "periodForecast", register.forecasts)
    section("measures", register.measures) { $0.measure($1) }
    let plain = MarkupLines.declaration + lines.text + ConcordatXMLWriter.end
    guard let figures else { return plain }
    results(figures, checksum: Checksum.of(plain.utf8))
    return MarkupLines.declaration + lines.text + ConcordatXMLWriter.end
  }

  // MARK: parts

  private mutating func head() {
    lines.open("metadata")
    for (name, field) in ConcordatVocabulary.metadata {
      if name == "title" { lines.leaf("subject", ConcordatVocabulary.subject) }
      self.field(field, of: register.cover, as: name)
    }
    lines.leaf("accessibility", ConcordatVocabulary.accessibility)
    lines.close("metadata")
    group("cover", ConcordatVocabulary.cover, of: register.cover)
    group("assumptions", Cover.Field.assumptions, of: register.cover)
  }

  /// The councils, services and stakeholders that the register names, each once.
  private mutating func names() {
    let index = ConcordatNames(register)
    section("councils", index.councils) { writer, name in
      writer.lines.open("council")
      writer.lines.leaf("name", name)
      if let code = writer.codes[name] { writer.lines.leaf("code", code.description) }
      writer.lines.close("council")
    }
    section("services", index.services) { $0.lines.leaf("service", $1) }
    section("stakeholders", index.stakeholders) { $0.lines.leaf("stakeholder", $1) }
  }

  private mutating func benefit(_ benefit: Benefit) {
    lines.open("benefit")
    group("profile", ConcordatVocabulary.profile, of: benefit)
    group("inputs", ConcordatVocabulary.inputs, of: benefit)
    section("intangibleScores", benefit.criteria) { writer, criterion in
      let row = CriterionRow(benefitReference: benefit.reference, criterion: criterion)
      writer.group("intangibleScore", ConcordatVocabulary.criterion, of: row)
    }
    let additional = benefit.additional.sorted { $0.key < $1.key }
    section("additional", additional) { writer, column in
      writer.lines.open("column")
      writer.lines.leaf("heading", column.key)
      writer.lines.leaf("text", column.value)
      writer.lines.close("column")
    }
    lines.close("benefit")
  }

  private mutating func measure(_ series: MeasureSeries) {
    lines.open("measure")
    for field in MeasureSeries.Field.allCases { self.field(field, of: series) }
    section("values", series.values) { writer, value in
      writer.group("value", Array(MeasureValue.Field.allCases), of: MeasureValue(value))
    }
    lines.close("measure")
  }

  private mutating func results(_ figures: Figures<Exact>, checksum: String) {
    lines.open("results", [("engine", ConcordatXML.engine), ("checksum", checksum)])
    for line in ResultLine.lines(figures) {
      lines.leaf("figure", line.value.text, line.attributes)
    }
    lines.close("results")
  }

  // MARK: records and fields

  private mutating func records<Item: Record>(_ name: String, _ one: String, _ items: [Item]) {
    section(name, items) { $0.group(one, Array(Item.Field.allCases), of: $1) }
  }

  /// A list, left out when there is nothing in it.
  private mutating func section<Item>(
    _ name: String, _ items: [Item], _ write: (inout ConcordatXMLWriter, Item) -> Void
  ) {
    guard !items.isEmpty else { return }
    lines.open(name)
    for item in items { write(&self, item) }
    lines.close(name)
  }

  private mutating func group<Item: Record>(
    _ name: String, _ fields: [Item.Field], of item: Item
  ) {
    lines.open(name)
    for field in fields { self.field(field, of: item) }
    lines.close(name)
  }

  /// A field by its canonical text; a blank is left out.
  private mutating func field<Item: Record>(
    _ field: Item.Field, of item: Item, as name: String? = nil
  ) {
    let text = item.text(field)
    guard !text.isEmpty else { return }
    if case .list = field.kind {
      section(field.rawValue, text.split(separator: ";")) {
        $0.lines.leaf("item", TrimmedText.of(String($1)))
      }
    } else {
      lines.leaf(name ?? field.rawValue, text, field.isMoney ? prices : [])
    }
  }
}

/// At which prices the amounts of a register stand: its basis, and the year where it is real.
struct ConcordatPrices: Equatable {
  let basis: String
  let year: String?

  init(basis: String, year: String?) {
    self.basis = basis
    self.year = basis == PriceBase.real.rawValue ? year : nil
  }

  init(_ cover: Cover) {
    self.init(basis: cover.priceBase.rawValue, year: cover.baseYear?.description)
  }

  var attributes: [(String, String)] {
    [("basis", basis)] + (year.map { [("priceYear", $0)] } ?? [])
  }

  var words: String { year.map { "\(basis), \($0)" } ?? basis }
}

/// The names that a register uses, in order, each once.
struct ConcordatNames {
  let councils: [String]
  let services: [String]
  let stakeholders: [String]

  init(_ register: Register) {
    func each(_ names: [String]) -> [String] { Set(names).subtracting([""]).sorted() }
    councils = each(
      [register.cover.council] + register.benefits.map(\.council) + register.costs.map(\.council))
    services = each(register.benefits.map(\.service))
    stakeholders = each(register.benefits.flatMap(\.stakeholders))
  }
}
