import Calculator
import Programme
import Store

extension PartyGlance.OfficeLine {
  init(
    _ kind: OfficeKind, _ stored: StoredOffice?, of party: PartyRow, mayKeep: Bool
  ) {
    office = kind.rawValue
    holder = stored?.office.holder ?? ""
    note = stored.map { PartyGlance.words($0.office) }
    gap = stored == nil ? Tag(kind.gap, kind.decides ? .red : .yellow) : nil
    let new = Address("/offices/new").with("party", party.id.description)
      .with("kind", kind.rawValue)
    change = stored == nil ? "Name one" : "Change"
    changeHref = mayKeep ? stored.map { "/offices/\($0.id)/edit" } ?? new.text : nil
  }
}

extension PartyGlance.CheckLine {
  init(_ check: ReadinessCheck, _ answer: ReadinessAnswer, today: Day) {
    label = check.label
    tag = Tag(answer, today: today)
    let word = answer.isDone ? "since" : "expected by"
    let when = answer.day.map { ["\(word) \($0.words)"] } ?? []
    note = (when + [answer.note]).filter { !$0.isEmpty }.joined(separator: ": ")
  }
}

extension PartyGlance {
  /// "up to £250,000.00, deputy Elspeth Shaw, since 1 April 2026".
  fileprivate static func words(_ office: Office) -> String {
    let power = office.kind.decides ? [DecisionMaker(office).limitWords] : []
    let deputy = office.deputy.isEmpty ? [] : ["deputy \(office.deputy)"]
    return (power + deputy + ["since \(office.from.words)"]).joined(separator: ", ")
  }
}
