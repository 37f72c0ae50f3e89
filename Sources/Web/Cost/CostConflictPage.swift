import Calculator
import Programme
import Store

/// Somebody saved the cost meanwhile: both versions field by field, and nothing typed is lost.
struct CostConflictPage: Page {
  static let template = "benefit/conflict"

  let title = "Somebody else changed this cost"
  let reference: String
  /// "Anne Smith saved it on 22 November 2026 at 10:14 am."
  let meanwhile: String
  let rows: [BenefitConflictPage.Row]
  /// Where the own version is sent again, over the other.
  let action: String
  /// The version now stored.
  let version: String
  /// Everything that was typed, by the names of the form.
  let typed: [HiddenField]
  let keepHref: String
  let area: Area? = .benefits
  let trail: [Link]

  /// Their version beside what was typed, which is sent to `action` again.
  init(
    theirs: StoredCost, last: JournalEntry?, yours: CostProfile, typed: [String: String],
    action: String
  ) {
    reference = theirs.cost.reference
    meanwhile =
      "\(last?.actorName ?? "Somebody") saved it on \(Shown.moment(theirs.stored.changedAt))."
    rows = yours.changes(since: theirs.profile).map { change in
      let field = Cost.Field(rawValue: change.field)
      func shown(_ text: String) -> String {
        field.map { Shown.field(text, kind: $0.kind, unit: $0.unit) } ?? Shown.words(text)
      }
      return BenefitConflictPage.Row(
        label: change.label, theirs: shown(change.before), yours: shown(change.after))
    }
    self.action = action
    version = String(theirs.stored.version)
    let carried = typed.filter { $0.key != "version" && !$0.value.isEmpty }
    self.typed = carried.sorted { $0.key < $1.key }.map { HiddenField($0.key, $0.value) }
    keepHref = "/costs/\(theirs.id)"
    trail = CostDetailPage.trail(of: theirs)
  }

  static let sample = CostConflictPage(
    theirs: .sample, last: nil, yours: CostProfile(StoredCost.sample.cost, buys: ["B001"]),
    typed: ["description": "Licences", "buys": "B001"], action: "/costs/1")
}
