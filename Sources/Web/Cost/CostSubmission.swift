import Calculator
import Programme

/// A cost's form as it was sent: what was typed, who may see it, and from which version.
struct CostSubmission: Sendable {
  /// What was typed, by name.
  let typed: [String: String]
  let visibility: Visibility?
  let version: Int?
  let reason: String

  /// Every name the form may have; any other is refused.
  static let names: Set<String> = Set(
    Cost.Field.allCases.filter { $0 != .council }.map(\.rawValue)
      + [CostProfile.buysName, "version", "visibility", "reason"])

  /// Takes the fields of the form and no others.
  init(_ sent: Submission) throws(Refusal) {
    try sent.expecting(CostSubmission.names)
    typed = sent.ownValues
    visibility = sent["visibility"].flatMap(Visibility.init)
    version = sent.given("version").flatMap { Int($0) }
    reason = sent.given("reason") ?? ""
  }

  /// The cost that was typed, upon what the form does not show of the stored one.
  func read(upon stored: CostProfile?) -> Reading<CostProfile> {
    var texts: [Cost.Field: String] = [:]
    for field in Cost.Field.allCases {
      texts[field] = PercentText.withSign(
        typed[field.rawValue] ?? "", if: field == .optimismBiasShare)
    }
    texts[.council] = stored?.cost.council ?? ""
    let reading = Cost.read(texts)
    let problems =
      reading.problems + (visibility == nil ? .noVisibility : [])
      + PlainText.problems(reason, at: "reason", "Reason")
      + PlainText.problems(buys, at: CostProfile.buysName, "Benefits it buys", limit: buysLimit)
    let profile = reading.value.map {
      CostProfile($0, buys: references, actuals: stored?.actuals ?? [])
    }
    return Reading(value: profile, problems: problems)
  }

  private var buys: String { typed[CostProfile.buysName] ?? "" }

  private var buysLimit: Int { RecordLimit.proseCharacters }

  /// The references that were typed, separated by semicolons or commas.
  private var references: [String] {
    buys.split { $0 == ";" || $0 == "," }.map { TrimmedText.of(String($0)) }
      .filter { !$0.isEmpty }
  }
}

/// A short text that is no field of a record.
enum PlainText {
  /// What is wrong with it.
  static func problems(
    _ text: String, at name: String, _ subject: String,
    limit: Int = RecordLimit.titleCharacters
  ) -> [Problem] {
    let scalars = text.unicodeScalars
    guard scalars.count > limit || scalars.contains(where: TrimmedText.isControl) else {
      return []
    }
    return [
      Problem(
        .error, at: .field(name), subject: subject, found: text,
        expected: "at most \(limit) plain characters", mend: "Shorten it.")
    ]
  }
}
