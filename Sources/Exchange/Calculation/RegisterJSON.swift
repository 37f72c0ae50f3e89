import Calculator
import Programme

/// Concordat JSON: a register as an object with the members `cover`, `assumptions`,
/// `channelCosts`, `benefits`, `intangibles`, `costs`, `actuals`, `forecasts` and `measures`, each of
/// these with its `values`. A record is an object whose
/// members are its fields, by their names in the API (`volume`) or by their headings in layout 1
/// (`Volume`); values are texts or numbers, null is a blank, shares are fractions. Beside them may
/// stand `convention`, `schedule` and `horizonYears`, and `changes`: what a scenario changes, by the
/// names in its address (`level/benefits`), shares as fractions. Figures that a workbook carries are
/// passed over.
public enum RegisterJSON {
  /// Reads a register; every problem names its place as a JSON pointer.
  public static func read(_ bytes: [UInt8]) -> Reading<CalculationRequest> {
    let value: JSONValue
    do throws(JSONFault) {
      value = try JSONReader.read(bytes)
    } catch {
      return Reading(value: nil, problems: [error.problem])
    }
    var reader = RegisterJSONReader()
    let request = reader.request(value)
    let problems = reader.problems + request.register.problems
    return Reading(value: request, problems: Array(problems.prefix(RecordLimit.problemsListed)))
  }

  /// A register as Concordat JSON: fields that are not blank, by their names in the API, and of the
  /// changes those that are named. The same register always gives the same bytes.
  public static func write(
    _ register: Register, _ changes: ScenarioChanges = ScenarioChanges(), only names: [String] = []
  ) -> String {
    let assumptions = Cover.Field.assumptions
    let criteria = register.benefits.flatMap { benefit in
      benefit.criteria.map {
        CriterionRow(benefitReference: benefit.reference, criterion: $0)
      }
    }
    var members: [(name: String, value: JSONValue)] = [
      ("cover", object(register.cover) { !assumptions.contains($0) }),
      ("assumptions", object(register.cover) { assumptions.contains($0) }),
      ("channelCosts", array(register.channelCosts)),
      ("benefits", array(register.benefits)),
      ("intangibles", array(criteria)),
      ("costs", array(register.costs)),
      ("actuals", array(register.actuals)),
    ]
    if !register.forecasts.isEmpty { members.append(("forecasts", array(register.forecasts))) }
    if !register.measures.isEmpty {
      members.append(("measures", .array(register.measures.map(measure))))
    }
    let texts = changes.texts
    let named: [(name: String, value: JSONValue)] = names.compactMap { name in
      texts[name].map { (name: name, value: JSONValue.string($0)) }
    }
    if !named.isEmpty { members.append((name: "changes", value: .object(named))) }
    return JSONValue.object(members).text
  }

  private static func array<Item: Record>(_ items: [Item]) -> JSONValue {
    .array(items.map { object($0) })
  }

  /// A measure with its values inside it.
  private static func measure(_ series: MeasureSeries) -> JSONValue {
    guard case .object(let fields) = object(series) else { return .null }
    let values = array(series.values.map { MeasureValue($0) })
    return .object(fields + [(name: "values", value: values)])
  }

  private static func object<Item: Record>(
    _ item: Item, where isWanted: (Item.Field) -> Bool = { _ in true }
  ) -> JSONValue {
    .object(
      Item.Field.allCases.filter(isWanted).compactMap { field in
        let text = item.text(field)
        return text.isEmpty ? nil : (field.rawValue, .string(text))
      })
  }
}

/// Turns JSON into records, and gathers what stands against it.
struct RegisterJSONReader {
  /// The most changes of a scenario: each costs a look through the register.
  private static let changesLimit: Int = 200

  private(set) var problems: [Problem] = []

  mutating func request(_ value: JSONValue) -> CalculationRequest {
    var request = CalculationRequest(Register())
    guard case .object(let members) = value else {
      refuse("", "an object with the member “benefits”")
      return request
    }
    var cover: [Cover.Field: String] = [:]
    var criteria: [CriterionRow] = []
    var changes: [String: String] = [:]
    for (name, value) in members {
      let place = "/\(name)"
      switch name {
      case "cover", "assumptions": cover.merge(texts(value, at: place)) { $1 }
      case "channelCosts": request.register.channelCosts = records(value, at: place)
      case "benefits": request.register.benefits = records(value, at: place)
      case "intangibles": criteria = records(value, at: place)
      case "costs": request.register.costs = records(value, at: place)
      case "actuals": request.register.actuals = records(value, at: place)
      case "forecasts": request.register.forecasts = records(value, at: place)
      case "measures": request.register.measures = measures(value, at: place)
      case "convention": request.convention = choice(value, at: place)
      case "schedule": request.schedule = choice(value, at: place)
      case "horizonYears": request.horizonYears = horizon(value, at: place)
      case "changes": changes = changeTexts(value, at: place)
      default: refuse(place, "a member that Concordat JSON has")
      }
    }
    let head = Cover.read(cover)
    problems += head.problems.map { $0.at(within: "/assumptions") }
    request.register.cover = head.value ?? Cover()
    attach(criteria, to: &request.register)
    let reading = ScenarioReading(changes, against: request.register.appraisal())
    problems += reading.problems.map { $0.at(within: "/changes") }
    request.changes = reading.changes
    return request
  }

  private mutating func changeTexts(_ value: JSONValue, at place: String) -> [String: String] {
    guard case .object(let members) = value else {
      refuse(place, "an object")
      return [:]
    }
    guard members.count <= RegisterJSONReader.changesLimit else {
      refuse(place, "at most \(Shown.whole(RegisterJSONReader.changesLimit)) changes")
      return [:]
    }
    let texts = members.compactMap { name, value in
      text(value, at: "\(place)/\(name)").map { (name, $0) }
    }
    return Dictionary(texts) { $1 }
  }

  private mutating func attach(_ criteria: [CriterionRow], to register: inout Register) {
    let places = Dictionary(
      register.benefits.enumerated().map { ($1.reference.lowercased(), $0) },
      uniquingKeysWith: { first, _ in first })
    for (number, row) in criteria.enumerated() {
      guard let place = places[row.benefitReference.lowercased()] else {
        refuse("/intangibles/\(number)/benefitReference", "the reference of a benefit")
        continue
      }
      register.benefits[place].criteria.append(row.criterion)
    }
  }

  private mutating func records<Item: Record>(_ value: JSONValue, at place: String) -> [Item] {
    guard case .array(let items) = value else {
      refuse(place, "an array of objects")
      return []
    }
    return items.enumerated().compactMap { number, item in
      // What is listed is enough to mend: the rest need not be read.
      guard problems.count < RecordLimit.problemsListed else { return nil }
      let own = "\(place)/\(number)"
      let reading = Item.read(texts(item, at: own))
      problems += reading.problems.map { $0.at(within: own) }
      return reading.value
    }
  }

  /// Measures with their values inside them.
  private mutating func measures(_ value: JSONValue, at place: String) -> [MeasureSeries] {
    guard case .array(let items) = value else {
      refuse(place, "an array of objects")
      return []
    }
    return items.enumerated().compactMap { number, item in
      guard problems.count < RecordLimit.problemsListed else { return nil }
      let own = "\(place)/\(number)"
      guard case .object(let members) = item else {
        refuse(own, "an object")
        return nil
      }
      let fields = JSONValue.object(members.filter { $0.name != "values" })
      let values = members.first { $0.name == "values" }?.value ?? .array([])
      let reading = MeasureSeries.read(texts(fields, at: own))
      problems += reading.problems.map { $0.at(within: own) }
      let read: [MeasureValue] = records(values, at: "\(own)/values")
      var series = reading.value
      series?.values = read.map(\.value)
      return series
    }
  }

  /// The fields of a record by name or by heading; one that stands under both is refused.
  private mutating func texts<Field: RecordField>(
    _ value: JSONValue, at place: String
  ) -> [Field: String] {
    guard case .object(let members) = value else {
      refuse(place, "an object")
      return [:]
    }
    var texts: [Field: String] = [:]
    for (name, value) in members {
      let own = "\(place)/\(name)"
      let named = Field(rawValue: name) ?? Field.allCases.first { $0.header == name }
      guard let field = named else {
        if !RegisterJSONReader.isFigure(name) { refuse(own, "a field of the record") }
        continue
      }
      if texts[field] != nil { refuse(own, "each field once") }
      texts[field] = text(value, at: own)
    }
    return texts
  }

  private mutating func text(_ value: JSONValue, at place: String) -> String? {
    switch value {
    case .null: return nil
    case .string(let text), .number(let text): return text
    case .array(let items):
      return items.compactMap { text($0, at: place) }.joined(separator: "; ")
    case .flag, .object:
      refuse(place, "a text or a number")
      return nil
    }
  }

  private mutating func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ value: JSONValue, at place: String
  ) -> Choice? {
    if case .null = value { return nil }
    if case .string(let text) = value, let choice = Choice(rawValue: text) { return choice }
    refuse(place, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))")
    return nil
  }

  private mutating func horizon(_ value: JSONValue, at place: String) -> Int? {
    if case .null = value { return nil }
    if let years = text(value, at: place).flatMap(NumberText.whole),
      (1...Limit.horizonYears).contains(years)
    {
      return years
    }
    refuse(place, "a whole number from 1 to \(Limit.horizonYears)")
    return nil
  }

  private mutating func refuse(_ place: String, _ expected: String) {
    guard problems.count < RecordLimit.problemsListed else { return }
    problems.append(RegisterJSONReader.problem(place, expected))
  }

  fileprivate static func problem(_ place: String, _ expected: String) -> Problem {
    Problem(
      .error, at: .field(place.isEmpty ? "/" : place), subject: "The JSON text", found: place,
      expected: expected, mend: "Correct it and send it again.")
  }

  /// A column of a workbook that holds a figure and no input.
  private static func isFigure(_ name: String) -> Bool {
    if ["ProductiveHours", "HourlyCost", "Gross"].contains(name) { return true }
    return ["Net", "Cashable"].contains { prefix in
      name.hasPrefix(prefix)
        && name.utf8.dropFirst(prefix.utf8.count).allSatisfy {
          (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
    }
  }
}

extension Problem {
  /// The same problem of a field, placed within the record that has it.
  fileprivate func at(within place: String) -> Problem {
    if case .field(let name) = self.place { return at(.field("\(place)/\(name)")) }
    return at(.field(place))
  }
}
