import Programme

extension ProgrammeFormPage {
  static let sample = ProgrammeFormPage(
    Setting(
      title: "Change an office", caption: "West Lothian Council", intro: "Say who decides.",
      action: "/offices/1", cancelHref: "/councils/S12000040", version: "2",
      hidden: [HiddenField("kind", "Champion")],
      withdraw: Link("Withdraw it", "/offices/1/withdraw"), area: .councils,
      trail: [Link("Councils", "/councils")]),
    groups: [
      FieldGroup(
        legend: "Since when", note: "Days in the programme's zone.", isRow: true,
        fields: [FormField("from", "From", .day, error: "Enter from.")]),
      FieldGroup(
        legend: "More", note: "Rarely wanted.", isFolded: true,
        fields: [FormField("to", "To", .day)]),
      FieldGroup(fields: [FormField("holder", "Holder", .line(width: ""))]),
    ], reason: "Appointed",
    problems: [
      Problem(
        .error, at: .field("from"), subject: "From", found: "", expected: "a day",
        mend: "Enter from.")
    ])

  static let states = [
    "new": ProgrammeFormPage(
      Setting(
        title: "Name somebody", action: "/offices", cancelHref: "/offices", area: .councils,
        trail: []),
      groups: [FieldGroup(legend: "Who", fields: [])])
  ]
}
