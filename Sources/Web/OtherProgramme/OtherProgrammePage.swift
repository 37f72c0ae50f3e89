import Calculator
import Programme
import Store

/// One other programme: when, whom it draws on, and what clashes.
struct OtherProgrammePage: Page {
  static let template = "party/other-programme"

  let title: String
  let description: String?
  let withdrawn: Tag?
  let changeHref: String?
  let about: [SummaryLine]
  let parties: [Link]
  let clashes: [OtherProgrammeClash]
  let history: [JournalLine]
  let area: Area? = .otherProgrammes
  let trail = [Link("Other programmes", "/other-programmes")]

  /// One as it stands.
  init(
    _ stored: StoredOtherProgramme, demand: ProgrammeDemand, history: [JournalEntry],
    viewer: Viewer
  ) {
    let (other, stands) = (stored.other, stored.withdrawnAt == nil)
    title = other.name
    description = other.description.isEmpty ? nil : other.description
    withdrawn = stands ? nil : Tag("Withdrawn", .red)
    changeHref = stands && viewer.may(.coordinate) ? "/other-programmes/\(stored.id)/edit" : nil
    about = [
      SummaryLine("Run by", Shown.words(other.runBy)),
      SummaryLine("From", other.from.words), SummaryLine("To", Shown.day(other.to)),
      SummaryLine("People", Shown.words(other.people.joined(separator: ", "))),
    ]
    parties = demand.parties.filter { other.parties.contains($0.id) }
      .map { Link($0.name, $0.href) }
    clashes = stands ? demand.clashes(with: other) : []
    self.history = history.map { JournalLine($0, namesRecord: false) }
  }

  private init(isFull: Bool) {
    title = "National payroll"
    description = isFull ? "Moves every payroll to one system." : nil
    withdrawn = isFull ? Tag("Withdrawn", .red) : nil
    changeHref = isFull ? "/other-programmes/1/edit" : nil
    about = [SummaryLine("From", "1 April 2026")]
    parties = isFull ? [Link("Angus Council", "/councils/S12000041")] : []
    clashes =
      isFull
      ? [
        OtherProgrammeClash(
          subject: Link("Iain Sinclair", "/councils/S12000040"), words: "Champion")
      ] : []
    history = isFull ? [.sample] : []
  }

  static let sample = OtherProgrammePage(isFull: true)
  static let states = ["bare": OtherProgrammePage(isFull: false)]
}
