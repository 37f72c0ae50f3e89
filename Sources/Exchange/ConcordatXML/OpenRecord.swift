import Calculator
import Programme

/// A record of the document while its fields come in.
struct OpenRecord {
  let kind: ConcordatElement.Kind
  let line: Int
  let place: Problem.Place
  private(set) var texts: [String: String] = [:]
  private var places: [String: Problem.Place] = [:]
  /// What stands in its own tag.
  var attributes: [String: String] = [:]
  /// Of a benefit: what was judged, and the columns of a council's own.
  var criteria: [Criterion<Exact>] = []
  var additional: [String: String] = [:]
  /// Of a measure: its values, and where they stand.
  var values: [PeriodValue] = []
  var valuePlaces: [Problem.Place] = []

  init(_ kind: ConcordatElement.Kind, at place: Problem.Place, line: Int) {
    self.kind = kind
    self.place = place
    self.line = line
  }

  /// Keeps the text of a field; several items become one text, up to more than any field may hold.
  mutating func take(_ text: String, as field: String, at place: Problem.Place) {
    if let earlier = texts[field], !earlier.isEmpty, !text.isEmpty {
      guard earlier.utf8.count <= OpenRecord.itemsLimitBytes else { return }
      texts[field] = earlier + "; " + text
    } else {
      texts[field] = text
      places[field] = place
    }
  }

  private static let itemsLimitBytes = 4 * RecordLimit.proseCharacters

  /// The record, and its problems where its fields stand.
  func read<Item: Record>(_: Item.Type, with more: [Item.Field: String] = [:]) -> Reading<Item> {
    var fields = more
    for field in Item.Field.allCases { fields[field] = texts[field.rawValue] ?? fields[field] }
    let reading = Item.read(fields)
    return Reading(value: reading.value, problems: reading.problems.map(located))
  }

  /// Where a field stands, or the record that lacks it.
  func place(of field: String) -> Problem.Place { places[field] ?? place }

  private func located(_ problem: Problem) -> Problem {
    guard case .field(let name) = problem.place else { return problem }
    return problem.at(place(of: name))
  }
}
