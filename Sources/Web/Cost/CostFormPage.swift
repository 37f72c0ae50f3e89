import Calculator
import Programme
import Store

/// A cost recorded or changed: what is planned, and what it buys.
struct CostFormPage: Page {
  static let template = "cost/form"

  let title: String
  /// Where the form is sent, and where "Cancel" leads.
  let action: String
  let cancelHref: String
  /// The version that was read; empty for a new cost.
  let version: String
  let submit: String
  let fields: [FormField]
  let visibility: RadioGroup
  /// Asked on a change: why.
  let reason: FormField?
  let problems: [PageProblem]
  let area: Area? = .costs
  let trail: [Link]

  /// What the page is for and where it leads.
  struct Setting: Sendable {
    var title: String
    var action: String
    var cancelHref: String
    var version = ""
    var trail: [Link] = [Link("Benefits", "/benefits"), Link("Costs", "/costs")]
    /// Year 0 of the register, for the names of years.
    var baseYear: FinancialYear?
  }

  /// The form as it was typed, with what stands against it.
  init(_ typed: [String: String], problems found: [Problem], in setting: Setting) {
    title = setting.title
    action = setting.action
    cancelHref = setting.cancelHref
    version = setting.version
    submit = setting.version.isEmpty ? "Record cost" : "Save changes"
    trail = setting.trail
    fields = CostFormPage.fields(typed, found, setting.baseYear)
    visibility = .visibility(
      typed["visibility"] ?? "", error: found.message(at: "visibility"))
    reason =
      setting.version.isEmpty
      ? nil
      : FormField(
        "reason", "Why do you change it?", .line(width: ""), value: typed["reason"] ?? "",
        hint: "Kept in the history. May stay blank.", error: found.message(at: "reason"))
    problems = found.summary
  }

  private static func fields(
    _ typed: [String: String], _ found: [Problem], _ baseYear: FinancialYear?
  ) -> [FormField] {
    func field(
      _ field: Cost.Field, _ label: String, _ control: FormField.Control, _ hint: String? = nil
    ) -> FormField {
      FormField(
        field.rawValue, label, control, value: typed[field.rawValue] ?? "", hint: hint,
        error: found.message(at: field.rawValue))
    }
    func year(_ name: Cost.Field) -> FormField.Control {
      .select(years(typed[name.rawValue] ?? "", baseYear))
    }
    return [
      field(.description, "What is paid for?", .line(width: "")),
      field(
        .reference, "Reference", .line(width: "govuk-input--width-5"),
        "Your own, unique among your costs. For example, C3."),
      field(
        .amount, "Planned amount a year", .number(prefix: "£", suffix: nil),
        "In each of its years. A residual value at the end is negative."),
      field(.fromYear, "From", year(.fromYear)),
      field(.toYear, "To", year(.toYear), "A one-off cost has the same year twice."),
      field(
        .optimismBiasShare, "Optimism bias", .number(prefix: nil, suffix: "%"),
        "By how much costs like it turn out higher. A blank counts as 0."),
      FormField(
        CostProfile.buysName, "Benefits it buys", .line(width: ""),
        value: typed[CostProfile.buysName] ?? "",
        hint: "Their references, such as B001; B014. A blank buys the whole programme.",
        error: found.message(at: CostProfile.buysName)),
    ]
  }

  /// The years of the appraisal by their names, and one that was typed without being among them.
  private static func years(_ chosen: String, _ baseYear: FinancialYear?) -> [Choice] {
    let usual = (0...Register.horizonYears).map(String.init)
    let all = usual.contains(chosen) || chosen.isEmpty ? usual : usual + [chosen]
    let picked = chosen.isEmpty ? "0" : chosen
    return all.map { text in
      Choice(
        text, Int(text).map { FinancialYear.words($0, from: baseYear) } ?? text,
        isChosen: text == picked)
    }
  }

  static let sample = CostFormPage(
    [
      "reference": "C3", "description": "Scanning of old files", "amount": "lots",
      "fromYear": "1", "toYear": "0", "buys": "B001; B999", "visibility": "shared",
      "reason": "The quotation came",
    ],
    problems: [
      Problem(
        .error, at: .field("amount"), subject: "Amount", found: "lots", expected: "a number",
        mend: "Enter digits, such as 1234.50."),
      Problem(
        .error, at: .field("buys"), subject: "Benefits it buys", found: "B999",
        expected: "references of benefits in your register",
        mend: "Correct them, such as B001; B014."),
      .init(
        .error, at: .field("visibility"), subject: "Who may see it", found: "",
        expected: "one of the choices", mend: "Choose who may see it."),
    ],
    in: Setting(
      title: "Change C3", action: "/costs/1", cancelHref: "/costs/1", version: "2",
      baseYear: FinancialYear(firstYear: 2009)))

  static let states = [
    "new": CostFormPage(
      ["reference": "C3"], problems: [],
      in: Setting(title: "Record a cost", action: "/costs", cancelHref: "/costs"))
  ]
}

extension CostProfile {
  /// What the form shows of a cost as it stands.
  var typed: [String: String] {
    var typed: [String: String] = [:]
    for field in Cost.Field.allCases where field != .council {
      typed[field.rawValue] = PercentText.typed(
        cost.text(field), if: field == .optimismBiasShare)
    }
    typed[CostProfile.buysName] = buys.joined(separator: "; ")
    return typed
  }
}
