import Calculator
import Programme
import Store

/// Values in two versions, beside each other, with everything that was typed: what somebody else
/// saved meanwhile, or what pasted rows would change.
struct ValueComparisonPage: Page {
  static let template = "measure/comparison"

  let title: String
  /// "B001 Calls answered".
  let series: String
  let explanation: String
  /// What the two columns are.
  let before: String
  let after: String
  let rows: [Row]
  let action: String
  let typed: [HiddenField]
  let submit: String
  let keep: Link
  let area: Area? = .benefits
  let trail: [Link]

  /// A cell in which the versions differ.
  struct Row: Part {
    let label: String
    let before: String
    let after: String
  }

  init(
    _ title: String, _ explanation: String, columns: (String, String), at place: MeasurePlace,
    rows: [Row], action: String, typed: [HiddenField], submit: String, keep: String
  ) {
    self.title = title
    self.explanation = explanation
    (before, after) = columns
    self.rows = rows
    self.action = action
    self.typed = typed
    self.submit = submit
    series = place.title
    self.keep = Link(keep, place.path)
    trail = place.trail
  }

  /// Somebody saved some of the same rows meanwhile. Sent again, it stands over what was saved.
  init(
    conflict sent: GridSubmission, _ changes: [PeriodValueChange], with theirs: StoredSeries,
    last: JournalEntry?, action: String
  ) {
    let differing = changes.filter { change in
      let row = theirs.row(of: change.value.span)
      return change.version != row?.version ?? 0
        && !change.value.changes(since: row?.noun).isEmpty
    }
    var typed = sent.typed
    for change in differing {
      let span = change.value.span
      typed["\(span.text).\(GridSubmission.seenColumn)"] =
        SeenRow(theirs.row(of: span), of: theirs.definition).text
    }
    self.init(
      "Somebody else changed these values",
      (last.map { "\($0.actorName) saved values on \(Shown.moment($0.at)). " } ?? "")
        + "Nothing of yours was saved and nothing you typed is lost. Compare the two versions and decide which "
        + "one stands. What you typed in other periods goes along.",
      columns: ("Saved meanwhile", "Yours"), at: MeasurePlace(theirs),
      rows: differing.flatMap { Row.rows(of: $0.value, beside: theirs) }, action: action,
      typed: typed.sorted { $0.key < $1.key }.map { HiddenField($0.key, $0.value) },
      submit: "Save mine over it", keep: "Keep the saved values and drop mine")
  }

  /// What pasted rows would change.
  init(
    pasted sent: GridSubmission, _ changes: [PeriodValueChange], upon stored: StoredSeries,
    action: String
  ) {
    let rows = changes.flatMap { Row.rows(of: $0.value, beside: stored) }
    self.init(
      "Check what you pasted",
      rows.isEmpty
        ? "The rows say what is recorded already: nothing would change."
        : "\(Shown.count(rows.count, "value")) would change. Nothing is saved yet.",
      columns: ("Now", "After saving"), at: MeasurePlace(stored), rows: rows, action: action,
      typed: sent.typed.sorted { $0.key < $1.key }.map { HiddenField($0.key, $0.value) },
      submit: "Save these values", keep: "Cancel")
  }
}

extension ValueComparisonPage.Row {
  fileprivate static func rows(
    of value: PeriodValue, beside stored: StoredSeries
  ) -> [ValueComparisonPage.Row] {
    let measure = stored.definition
    let changes = value.changes(since: stored.row(of: value.span)?.noun)
    // How settled a new figure is goes without saying.
    let told = changes.filter {
      $0.field != PeriodValue.Field.maturity.rawValue || !$0.before.isEmpty
    }
    return told.map { change in
      let field = PeriodValue.Field(rawValue: change.field)
      func shown(_ text: String) -> String {
        guard field == .forecast || field == .actual else { return Shown.words(text) }
        return MeasureWords.value(Exact(text: text), of: measure)
      }
      return ValueComparisonPage.Row(
        label: "\(value.span.words), \(change.label.lowercased())", before: shown(change.before),
        after: shown(change.after))
    }
  }
}
