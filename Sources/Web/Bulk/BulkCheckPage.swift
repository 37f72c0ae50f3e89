import Calculator
import Programme
import Store

/// What a change of many would do, benefit by benefit, before it is made.
struct BulkCheckPage: Page {
  static let template = "bulk/check"

  let title = "Check the change"
  /// "Owner becomes “Head of ICT” in 12 benefits."
  let summary: String
  /// Why a second look is wanted, when somebody changed some of them meanwhile.
  let warning: String?
  let label: String
  let rows: [Row]
  /// What is sent on, at the versions that are shown now.
  let typed: [HiddenField]
  /// Whether it can be made: nothing stands against it.
  let isReady: Bool
  let submit: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail = [Link("Benefits", "/benefits")]

  /// One benefit.
  struct Row: Part {
    let id: String
    let reference: String
    let title: String
    let before: String
    let after: String
    /// "Somebody changed it meanwhile", or why it cannot be changed; nil otherwise.
    let remark: String?
  }

  static let sample = BulkCheckPage(
    summary: "Owner becomes “Head of ICT” in 2 benefits.",
    warning: "Somebody changed some of them meanwhile. Nothing was changed yet.", label: "Owner",
    rows: [
      Row(
        id: "row-1", reference: "B001", title: "Fewer calls", before: "not known",
        after: "Head of ICT", remark: "Somebody changed it meanwhile")
    ], typed: [HiddenField("field", "owner")], isReady: true, submit: "Change 2 benefits",
    problems: [PageProblem("B002: leave it out", at: "row-1")])
}

extension BulkCheckPage {
  init(
    _ change: BulkChange, _ benefits: [StoredBenefit], _ sent: BulkSubmission,
    refused found: [Problem] = []
  ) {
    let rows = benefits.enumerated().map { place, stored in
      Row(change, stored, shown: sent.choice.version(of: stored.id), id: "row-\(place + 1)")
    }
    let refused = benefits.enumerated().filter { _, stored in
      change.apply(to: stored.benefit, visibility: stored.stored.visibility).value == nil
    }
    let isStale = benefits.contains { sent.choice.version(of: $0.id) != $0.stored.version }
    let isGone = benefits.count < sent.choice.items.count
    let count = Shown.count(benefits.count, "benefit")
    summary =
      "\(change.field.label) becomes “\(BulkCheckPage.shown(change.value, change))” in \(count)."
    warning =
      isStale || isGone
      ? "Somebody changed some of them meanwhile. Nothing was changed yet: look at them again."
      : nil
    label = change.field.label
    self.rows = rows
    typed = [
      HiddenField("benefits", BulkChoice(benefits).text),
      HiddenField("field", change.field.rawValue),
      HiddenField(BulkSubmission.name(of: change.field), change.value),
      HiddenField("reason", sent.reason),
    ]
    isReady = refused.isEmpty && !benefits.isEmpty
    submit = "Change \(count)"
    problems =
      refused.map { place, stored in
        PageProblem(
          "\(stored.benefit.reference): \(rows[place].remark ?? "")", at: "row-\(place + 1)")
      }
      + found.map { problem in
        let row = rows.first { $0.reference == problem.subject }
        return PageProblem("\(problem.subject): \(problem.mend)", at: row?.id ?? "main-content")
      }
  }

  fileprivate static func shown(_ text: String, _ change: BulkChange) -> String {
    guard let field = change.field.benefitField else {
      return Visibility(rawValue: text).map { Tag($0).text } ?? text
    }
    return BenefitWords.value(text, of: field)
  }
}

extension BulkCheckPage.Row {
  init(_ change: BulkChange, _ stored: StoredBenefit, shown: Int?, id: String) {
    let benefit = stored.benefit
    let reading = change.apply(to: benefit, visibility: stored.stored.visibility)
    let now =
      change.field.benefitField.map(benefit.text) ?? stored.stored.visibility.rawValue
    self.id = id
    reference = benefit.reference
    title = benefit.title
    before = BulkCheckPage.shown(now, change)
    after = BulkCheckPage.shown(change.value, change)
    let stale = shown == stored.stored.version ? nil : "Somebody changed it meanwhile"
    remark = reading.value == nil ? reading.problems.first?.mend : stale
  }
}
