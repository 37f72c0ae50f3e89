import Calculator
import Programme
import Store

extension ChangeFormPage {
  /// The milestones that it moves, and two blank rows.
  static func milestoneRows(
    _ sent: ChangeSubmission, _ found: [Problem], _ setting: Setting
  ) -> [Row] {
    let filled = sent.rowCount(["milestone", "milestoneDay"], limit: ChangeLimit.milestones)
    return (0..<min(filled + blankRows, ChangeLimit.milestones)).map { place in
      let (name, dayName) = ("milestone.\(place)", "milestoneDay.\(place)")
      let chosen = sent.text(name)
      let choices =
        [(value: "", text: "None")]
        + setting.milestones.map { ($0.id.description, $0.choiceWords) }
      return Row(
        legend: "Milestone \(place + 1)",
        fields: [
          FormField.list(
            name, "Milestone", choices, chosen: chosen, error: found.message(at: name)),
          FormField(
            dayName, "Moves to", .day, value: sent.text(dayName),
            error: found.message(at: dayName)),
        ])
    }
  }

  /// What it changes of benefits, and two blank rows.
  static func benefitRows(_ sent: ChangeSubmission, _ found: [Problem]) -> [Row] {
    let names = ["benefit", "benefitField", "benefitTo"]
    let filled = sent.rowCount(names, limit: ChangeLimit.benefits)
    return (0..<min(filled + blankRows, ChangeLimit.benefits)).map { place in
      let fields =
        [(value: "", text: "Nothing")] + BenefitShift.fields.map { ($0.rawValue, $0.label) }
      func value(_ name: String) -> String { sent.text("\(name).\(place)") }
      func error(_ name: String) -> String? { found.message(at: "\(name).\(place)") }
      return Row(
        legend: "Benefit \(place + 1)",
        fields: [
          FormField(
            "benefit.\(place)", "Benefit", .line(width: "govuk-input--width-20"),
            value: value("benefit"), hint: place == 0 ? "Such as S12000040 B014." : nil,
            error: error("benefit")),
          FormField.list(
            "benefitField.\(place)", "What moves", fields, chosen: value("benefitField"),
            error: error("benefitField")),
          FormField(
            "benefitTo.\(place)", "To", .line(width: "govuk-input--width-10"),
            value: value("benefitTo"), error: error("benefitTo")),
        ])
    }
  }

  /// The parties by kind, those ticked that it affects.
  static func groups(_ sent: ChangeSubmission, _ setting: Setting) -> [PartyGroup] {
    let kinds: [(OrganisationKind, String)] = [
      (.supplier, "Suppliers"), (.coordinatingBody, "Co-ordinating bodies"),
      (.council, "Councils"), (.other, "Others"),
    ]
    return kinds.compactMap { kind, legend in
      let ticks = setting.parties.filter { $0.kind == kind }.map { party in
        let name = ChangeSubmission.party(party.id)
        return Tick(name, party.name, isChosen: !sent.text(name).isEmpty)
      }
      return ticks.isEmpty ? nil : PartyGroup(legend: legend, ticks: ticks)
    }
  }
}

extension StoredMilestone {
  /// "West Lothian Council: Upgrade, 1 March 2027".
  fileprivate var choiceWords: String {
    "\(partyName): \(milestone.title), \(milestone.forecast.words)"
  }
}

extension ChangeFormPage {
  static let sample = ChangeFormPage(isFull: true)
  static let states = ["new": ChangeFormPage(isFull: false)]

  private init(isFull: Bool) {
    var form = RecordForm<PlanChange>(typed: ["title": "The upgrade moves"])
    let found = isFull ? PlanChange.read([:]).problems : []
    form.problems = found
    title = "Propose a change of the plan"
    change = isFull ? Link("Change 7", "/changes/7") : nil
    action = "/changes"
    version = isFull ? "3" : nil
    about = [form.field(.title, hint: "In a line.")]
    effects = [form.field(.onCost)]
    milestones = [
      Row(legend: "Milestone 1", fields: [FormField("milestoneDay.0", "Moves to", .day)])
    ]
    benefits = [
      Row(legend: "Benefit 1", fields: [FormField("benefit.0", "Benefit", .line(width: ""))])
    ]
    groups = [
      PartyGroup(
        legend: "Suppliers", ticks: [Tick("party.1", "Lomond Systems", isChosen: isFull)])
    ]
    everyCouncil = Tick("everyCouncil", "Every council", isChosen: isFull)
    partiesError = isFull ? Message(id: "parties-error", text: "Choose at least one.") : nil
    deciding = [form.field(.authority), form.field(.positionsDue)]
    note = isFull ? FormField("note", "What is new?", .area, hint: "Told to all.") : nil
    submit = "Propose the change"
    cancelHref = "/changes"
    problems = found.summary
    trail = [Link("Changes", "/changes")]
  }
}
