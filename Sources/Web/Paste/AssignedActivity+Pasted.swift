import Exchange
import Programme
import Store

extension AssignedActivity: PastedRecord {
  static let sheet = RowSheet(
    title: "Bring in responsibilities", path: "/responsibilities/paste",
    list: Link("Responsibilities", "/responsibilities"), area: .responsibilities,
    one: "activity", many: "activities",
    needs: """
      An activity needs a title and exactly one accountable party. Several parties stand in one cell \
      with semicolons between them. Each party is asked to confirm its part.
      """,
    headings: RowSheet.labels(pastedFields), usual: RowSheet.labels(usualFields),
    takesFiles: true)

  static let pastedFields = Field.allCases
  static let usualFields: [Field] = [.title, .accountable, .responsible, .consulted, .informed]

  static let headingWords: [String: Field] = [
    "Title": .title, "Task": .title, "Description": .description, "A": .accountable,
    "R": .responsible, "C": .consulted, "I": .informed,
  ]

  static func verdicts(
    _ rows: [[Field: String]], in db: isolated Database, as viewer: Viewer
  ) throws -> [RowVerdict] {
    let parties = PartyNames(try db.parties(as: viewer))
    let titles = try db.activities(as: viewer).map { $0.activity.title.lowercased() }
    return rows.map { row in
      let reading = read(row)
      guard let assigned = reading.value else { return RowVerdict(problems: reading.problems) }
      let isThere = titles.contains(assigned.activity.title.lowercased())
      return RowVerdict(
        problems: assigned.names.filter { parties[$0.name] == nil }.map {
          PartyNames.unknown(Field.of($0.part), $0.name)
        }, existing: isThere ? Link(assigned.activity.title, "/responsibilities") : nil)
    }
  }

  static func add(
    _ rows: [[Field: String]], by act: Act, in db: isolated Database, as viewer: Viewer
  ) throws {
    let parties = PartyNames(try db.parties(as: viewer))
    for assigned in rows.compactMap({ read($0).value }) {
      let parts = assigned.names.compactMap { name, part in parties[name].map { ($0, part) } }
      try db.addActivity(
        assigned.activity,
        parts: ActivityParts(Dictionary(parts, uniquingKeysWith: { first, _ in first })),
        by: act, as: viewer)
    }
  }
}
