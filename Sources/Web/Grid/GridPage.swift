import Calculator
import Programme
import Store

/// Every council of the programme on one page: the co-ordinator's first.
struct GridPage: Page {
  static let template = "grid/grid"

  let title = "The programme"
  /// What stands out, each a way to the councils it is true of.
  let figures: [Figure]
  /// "32 councils".
  let summary: String
  let filters: [FormField]
  let table: ListTable?
  let exports: [Link]
  let area: Area? = .programme
  let isWide = true

  /// The councils that a filter finds, beside what is true of all of them.
  init(_ rows: [GridRow], of standing: ProgrammeStanding, filter: GridFilter) {
    let all = standing.councils.map { GridRow(standing: $0, today: standing.today) }
    figures = GridPage.figures(all)
    summary = Shown.count(rows.count, "council")
    filters = GridPage.filters(filter)
    table =
      rows.isEmpty
      ? nil
      : ListTable(summary, rows, GridColumns.all, sort: filter.sort, address: filter.address)
    let sorted = filter.sort.address(filter.address, first: "council")
    exports = rows.isEmpty ? [] : Link.exports("/programme") { sorted.at($0).text }
  }

  private static func figures(_ all: [GridRow]) -> [Figure] {
    func figure(_ condition: GridCondition, _ label: String) -> Figure {
      let count = all.count(where: condition.holds)
      return Figure(
        label, "\(count)", note: "of \(Shown.count(all.count, "council"))",
        working: count == 0
          ? nil : Link("Show them", "/programme?only=\(condition.rawValue)"))
    }
    return [
      figure(.notReady, "Not ready"), figure(.late, "Late to get ready"),
      figure(.nobodyDecides, "No key decision maker"), figure(.milestonesLate, "Late milestones"),
      figure(.issuesLate, "Late issues"),
      figure(.noBenefits, "No benefit recorded"),
    ]
  }

  private static func filters(_ filter: GridFilter) -> [FormField] {
    let conditions = GridCondition.allCases.map {
      Choice($0.rawValue, $0.words, isChosen: $0 == filter.only)
    }
    let capacities: [Capacity] = [.leadCouncil, .memberCouncil, .associateCouncil]
    return [
      FormField(
        "only", "Show",
        .select([Choice("", "All councils", isChosen: filter.only == nil)] + conditions)),
      FormField(
        "capacity", "Takes part as",
        .select(
          Choice.filter(
            "Anything", capacities.map(\.rawValue), chosen: filter.capacity?.rawValue ?? ""))),
    ]
  }

  private init(table: ListTable?) {
    figures = [Figure("Not ready", "7", note: "of 32 councils", working: Link("Show them", "/"))]
    (self.table, summary) = (table, "32 councils")
    filters = [FormField("only", "Show", .select([Choice("", "All councils", isChosen: true)]))]
    exports = table == nil ? [] : [Link("CSV", "/programme.csv")]
  }

  static let sample = GridPage(table: .sample)
  static let states = ["empty": GridPage(table: nil)]
}
