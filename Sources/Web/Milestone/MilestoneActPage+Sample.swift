import Programme
import Store

extension MilestoneActPage {
  static let sample = MilestoneActPage(
    .sample,
    Setting(
      title: "Warn that it may be late", verb: "warning", notes: ["Forecast 22 March 2026."],
      submit: "Warn"),
    fields: [FormField("daysLate", "Days late", .number(prefix: nil, suffix: "days"))],
    radios: RecordForm<EarlyWarning>().radios(.likelihood),
    problems: [
      Problem(
        .error, at: .field("daysLate"), subject: "Days late", found: "",
        expected: "something here", mend: "Enter days late.")
    ])

  static let states = [
    "withdraw": MilestoneActPage(
      .sample,
      Setting(title: "Withdraw", verb: "withdraw", submit: "Withdraw", isWarning: true),
      fields: [reason("Why?", [:], [])])
  ]
}
