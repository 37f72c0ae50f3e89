import Calculator
import Programme
import Store

extension AssumptionsPage {
  /// What the page needs to know beside the form.
  struct Setting: Sendable {
    let councilName: String
    let code: CouncilCode?
    /// The version that was read; 0 where no register was begun.
    let version: Int
    /// How many benefits rest on it.
    let benefitCount: Int
  }

  /// The page of a form as it was typed, with what stands against it.
  init(
    _ form: AssumptionsForm, problems found: [Problem], remarks: [String] = [], in setting: Setting
  ) {
    let builder = AssumptionsFields(form: form, problems: found)
    let councilHref = setting.code.map { "/councils/\($0)" } ?? "/councils"
    council = setting.councilName
    lead = AssumptionsPage.lead(setting.benefitCount)
    self.remarks =
      remarks
      + found.filter { $0.severity != .error && form.typed["registerVersion"] != nil }
      .map(\.message)
    version = String(setting.version)
    sections = AssumptionsFields.sections.map { heading, fields in
      Section(
        heading: heading, style: fields.contains(.hoursPerDay) ? "app-side-by-side" : "",
        fillHref: fields.contains(.deflator) ? "/assumptions?deflator=gdp" : nil,
        fields: fields.map(builder.field))
    }
    channels = (0..<form.channelRows).map(builder.channel)
    tryHref = setting.code.map { "/calculator?council=\($0)" }
    cancelHref = councilHref
    reason = FormField(
      "reason", "Why do you change them?", .line(width: ""), value: form.typed["reason"] ?? "",
      hint: "Kept in the history. May stay blank.", error: builder.error("reason"))
    problems = builder.summary
    trail = [Link("Councils", "/councils"), Link(setting.councilName, councilHref)]
  }

  private static func lead(_ count: Int) -> String {
    count == 0
      ? "Every benefit you record will rest on them."
      : "\(Shown.count(count, "benefit")) \(count == 1 ? "rests" : "rest") on them: saving works"
        + " every figure out again."
  }
}

/// Makes the fields of the page out of what was typed and the table of fields.
struct AssumptionsFields {
  let form: AssumptionsForm
  let problems: [Problem]

  /// The sections, in the order in which a register is set up.
  static let sections: [(String, [Cover.Field])] = [
    ("Register", [.project, .version, .author, .date, .baseYear]),
    ("Discounting", [.schedule, .discountRate, .convention]),
    ("Prices", [.priceBase, .rateBase, .deflator, .deflatorIndexes]),
    ("Staff", [.onCostShare, .overheadShare, .postRule]),
    (
      "A working year",
      [.daysPerYear, .leaveDays, .bankHolidayDays, .sicknessAndTrainingDays, .hoursPerDay]
    ),
  ]

  func field(_ field: Cover.Field) -> FormField {
    FormField(
      field.rawValue, field.label, control(field), value: form.typed[field.rawValue] ?? "",
      hint: AssumptionsFields.hint(field), error: error(field.rawValue))
  }

  /// One row of the channels; the first carries what stands against all of them.
  func channel(_ place: Int) -> AssumptionsPage.Row {
    AssumptionsPage.Row(
      legend: "Channel \(place + 1)",
      fields: ChannelCost<Exact>.Field.allCases.map { field in
        let name = AssumptionsForm.name(place, field)
        let all = place == 0 && field == .name ? error("channels") : nil
        return FormField(
          name, field.label, AssumptionsFields.control(field), value: form.typed[name] ?? "",
          error: error(name) ?? all)
      })
  }

  /// Every error, leading to its field.
  var summary: [PageProblem] {
    problems.filter { $0.severity == .error }.map { problem in
      guard case .field(let name) = problem.place else { return PageProblem(problem) }
      let first = AssumptionsForm.name(0, .name)
      return PageProblem(problem.message, at: FormField.id(name == "channels" ? first : name))
    }
  }

  func error(_ name: String) -> String? {
    problems.first { $0.severity == .error && $0.place == .field(name) }?.message
  }

  private func control(_ field: Cover.Field) -> FormField.Control {
    switch field.kind {
    case .choice(let words):
      .select(choices(field, words))
    case .share: .number(prefix: nil, suffix: "%")
    case .number: .number(prefix: nil, suffix: field.unit)
    case .day: .day
    case .list: .area
    case .financialYear: .line(width: "govuk-input--width-5")
    case .text, .whole: .line(width: "")
    }
  }

  private func choices(_ field: Cover.Field, _ words: [String]) -> [Choice] {
    let chosen = form.typed[field.rawValue] ?? ""
    let blank = field == .rateBase ? [Choice("", "As the money", isChosen: chosen.isEmpty)] : []
    return blank
      + words.map { Choice($0, AssumptionWords.choice($0, of: field), isChosen: $0 == chosen) }
  }

  private static func control(_ field: ChannelCost<Exact>.Field) -> FormField.Control {
    field == .cost
      ? .number(prefix: "£", suffix: nil)
      : .line(width: field == .year ? "govuk-input--width-5" : "")
  }

  private static func hint(_ field: Cover.Field) -> String? {
    switch field {
    case .baseYear: "Year 0 of every forecast, April to March. For example, 2005/06."
    case .discountRate: "Counts where one flat rate is chosen."
    case .rateBase: "Real money wants a real rate, nominal money a nominal one."
    case .deflator: "Who published it, and when."
    case .deflatorIndexes: "One year a line: 2005/06 91.031"
    case .overheadShare: "Not released with a post, and never cash."
    default: nil
    }
  }
}

/// How the choices of a cover are told.
enum AssumptionWords {
  static func choice(_ raw: String, of field: Cover.Field) -> String {
    switch field {
    case .convention: Convention(rawValue: raw).map(ChangeWords.words) ?? raw
    case .schedule: ScheduleChoice(rawValue: raw).map(ChangeWords.words) ?? raw
    case .postRule: PostRule(rawValue: raw).map(words) ?? raw
    default: PriceBase(rawValue: raw).map(words) ?? raw
    }
  }

  private static func words(_ rule: PostRule) -> String {
    switch rule {
    case .any: "Any part of a post"
    case .tenths: "Tenths of a post"
    case .whole: "Whole posts only"
    }
  }

  private static func words(_ base: PriceBase) -> String {
    switch base {
    case .real: "Real: at the prices of the base year"
    case .nominal: "Nominal: at the prices of each year"
    }
  }
}
