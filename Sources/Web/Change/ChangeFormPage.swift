import Calculator
import Programme
import Store

/// Proposes a change of the plan, or amends one.
struct ChangeFormPage: Page {
  static let template = "change/form"

  let title: String
  /// The change that is amended; nil for a new one.
  let change: Link?
  let action: String
  let version: String?
  let about: [FormField]
  let effects: [FormField]
  let milestones: [Row]
  let benefits: [Row]
  let groups: [PartyGroup]
  let everyCouncil: Tick
  let partiesError: Message?
  let deciding: [FormField]
  let note: FormField?
  let submit: String
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .changes
  let trail: [Link]

  /// The fields of one milestone or benefit that the change moves.
  struct Row: Part {
    let legend: String
    let fields: [FormField]
  }

  /// The parties of one kind.
  struct PartyGroup: Part {
    let legend: String
    let ticks: [Tick]
  }

  /// A box to tick.
  struct Tick: Part {
    let id: String
    let name: String
    let text: String
    let isChosen: Bool

    init(_ name: String, _ text: String, isChosen: Bool) {
      id = FormField.id(name)
      (self.name, self.text, self.isChosen) = (name, text, isChosen)
    }
  }

  /// What the form needs to know besides what was typed.
  struct Setting: Sendable {
    /// The parties that can be affected, the proposer left out.
    let parties: [PartyRow]
    /// The milestones that can be moved.
    let milestones: [StoredMilestone]
    /// The change that is amended; nil for a new one.
    let stored: StoredChange?
  }

  /// The blank rows that stand below those that are filled.
  static let blankRows = 2
}

extension ChangeFormPage {
  init(
    _ sent: ChangeSubmission, problems found: [Problem] = [], in setting: Setting,
    version: Int? = nil
  ) {
    let stored = setting.stored
    title = stored == nil ? "Propose a change of the plan" : "Amend the change"
    change = stored.map { Link("\($0.label): \($0.change.title)", $0.href) }
    action = stored.map { "\($0.href)/amend" } ?? "/changes"
    self.version = (version ?? stored?.version).map(String.init)
    var form = RecordForm<PlanChange>(typed: sent.typed)
    form.problems = found
    about = ChangeFormPage.about(form)
    effects = ChangeFormPage.effects(form)
    milestones = ChangeFormPage.milestoneRows(sent, found, setting)
    benefits = ChangeFormPage.benefitRows(sent, found)
    groups = ChangeFormPage.groups(sent, setting)
    everyCouncil = Tick(
      ChangeSubmission.everyCouncil, "Every council",
      isChosen: !sent.text(ChangeSubmission.everyCouncil).isEmpty)
    partiesError = found.message(at: "parties").map { Message(id: "parties-error", text: $0) }
    deciding = ChangeFormPage.deciding(form, sent, found, setting)
    note = stored.map { _ in
      FormField(
        ChangeSubmission.note, "What is new in this version?", .area,
        value: sent.text(ChangeSubmission.note),
        hint: "Every party is told, and asked for its position again.",
        error: found.message(at: ChangeSubmission.note))
    }
    submit = stored == nil ? "Propose the change" : "Amend and ask again"
    cancelHref = stored?.href ?? "/changes"
    problems = found.summary
    trail = stored?.trail ?? [Link("Changes", "/changes")]
  }

  private static func about(_ form: RecordForm<PlanChange>) -> [FormField] {
    [
      form.field(.title, hint: "In a line, such as: The upgrade moves from March to June."),
      form.field(.before, hint: "What the plan says now."),
      form.field(.after, hint: "What it is to say."), form.field(.reason),
    ]
  }

  private static func effects(_ form: RecordForm<PlanChange>) -> [FormField] {
    [
      form.field(.onDates), form.field(.onBenefits),
      form.field(
        .onCost, hint: "In pounds. Negative where it saves. Leave it blank where nobody knows yet.",
        control: .number(prefix: "£", suffix: nil)),
      form.field(.onParties),
    ]
  }

  private static func deciding(
    _ form: RecordForm<PlanChange>, _ sent: ChangeSubmission, _ found: [Problem],
    _ setting: Setting
  ) -> [FormField] {
    let chosen = sent.text(ChangeSubmission.authorityParty)
    let parties =
      [Choice("", "Not for the co-ordinator or the board", isChosen: chosen.isEmpty)]
      + setting.parties.map {
        Choice($0.id.description, $0.name, isChosen: $0.id.description == chosen)
      }
    return [
      form.field(.authority),
      FormField(
        ChangeSubmission.authorityParty, "Whose key decision maker", .select(parties),
        error: found.message(at: ChangeSubmission.authorityParty)),
      form.field(
        .positionsDue, hint: "A party that is silent after it is deemed, never counted as agreeing."
      ),
      form.field(.acknowledgementDue, hint: "By when each party acknowledges the decision."),
    ]
  }
}
