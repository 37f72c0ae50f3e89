import Exchange
import Programme

extension PasteCheckPage {
  /// Rows of benefits of a council; `taken` is what stands against their references.
  init(
    benefits grid: PasteGrid, taken: [Problem], left unknown: [String], council: String,
    visibility seen: String, existing: [Int: Link] = [:]
  ) {
    let visibility = FormField(
      "visibility", "Who may see them?",
      .select(
        Visibility.allCases.map {
          Choice($0.rawValue, Tag($0).text, isChosen: $0.rawValue == seen)
        }))
    self.init(
      grid, .benefits, found: PasteCheckPage.found(grid, taken, council), left: unknown,
      existing: existing, fields: [visibility])
  }

  /// Everything that stands against the rows, in their order.
  private static func found(
    _ grid: PasteGrid, _ taken: [Problem], _ council: String
  ) -> [FoundInRow] {
    grid.benefits(of: council).flatMap { place, reading -> [FoundInRow] in
      let reference = PasteGrid.name(place, .reference)
      return reading.problems.filter { $0.severity == .error }.map { grid.found($0, at: place) }
        + taken.filter { $0.place == .field(reference) }
        .map { FoundInRow(name: reference, place: place, problem: $0) }
    }
  }
}
