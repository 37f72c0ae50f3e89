import Calculator
import Programme

/// The words of the benefit form: what each method is called, its rule, and how units are shown.
enum FieldWords {
  /// The sections that may stay blank.
  static let sections: [(String, [Benefit.Field])] = [
    (
      "Owner, evidence and review",
      [.owner, .description, .evidence, .nextReview, .status, .accruesTo, .budgetLine]
    ),
    ("Objective and stakeholders", [.objective, .category, .stakeholders]),
    (
      "Shares and corrections",
      [.claimShare, .deadweightShare, .optimismBiasShare, .confidenceGrade, .cashShare]
    ),
    (
      "A population, in percentage points",
      [.additionality, .affectedShare, .engagementShare, .retentionShare, .impactShare]
    ),
    ("Timing and ramp", [.startYear, .years, .dropOffShare] + Benefit.Field.ramp),
  ]

  static func name(_ method: Method) -> String {
    switch method {
    case .time: "Time saved"
    case .unit: "A cheaper unit"
    case .channel: "Contacts moved to a cheaper channel"
    case .contact: "Contacts that need not happen"
    case .fte: "Posts released"
    case .amount: "A sum of money a year"
    case .takeUp: "Income that residents take up"
    case .score: "Scored against criteria, without money"
    }
  }

  /// One word, for lists.
  static func word(_ method: Method) -> String {
    switch method {
    case .fte: "Posts"
    case .takeUp: "Take-up"
    default: method.rawValue
    }
  }

  static func formula(_ method: Method) -> String {
    switch method {
    case .time: "volume × (hours before − hours after) × hourly cost"
    case .unit: "volume × (unit cost before − unit cost after)"
    case .channel: "contacts moved × (cost of channel from − cost of channel to)"
    case .contact: "contacts × avoidable share × cost of the channel"
    case .fte: "posts × salary × (1 + on-costs)"
    case .amount: "the amount, each year"
    case .takeUp: "claimants × award; goes to residents and is in no total of the council"
    case .score: "weighted mean of the criteria that are scored"
    }
  }

  static func hint(_ field: Benefit.Field) -> String? {
    switch field {
    case .reference: "Your own, unique in your register. For example, B014."
    case .hourlyRate: "Replaces the hourly cost worked out from the salary."
    case .salary: "Of the post, before on-costs."
    case .stakeholders: "Who gains or loses. Separate them with semicolons."
    case .claimShare: "The part your council claims. A blank counts as the whole."
    case .deadweightShare: "What would have happened anyway. A blank counts as 0."
    case .optimismBiasShare: "How much forecasts like it turn out too high. A blank counts as 0."
    case .confidenceGrade: "From 1, surest, to 6: stands for a blank optimism bias."
    case .additionality: "In percentage points the volume is a whole population."
    case .impactShare: "Of those who stay, the share for whom it works."
    case .proxyValue: "What it might be worth. Shown apart, in no total."
    case .cashShare: "Of a cashable benefit: the part that really leaves a budget."
    case .dropOffShare: "Lost each year after the first. A blank counts as 0."
    case .startYear: "0 is the base year. A blank counts as 0."
    case .years: "A blank lasts to the end of the appraisal."
    case .ramp1: "The last share that is filled in holds on."
    case .evidence: "What shows that the figures are right."
    default: nil
    }
  }

  static func prefix(_ field: Benefit.Field) -> String? {
    field.unit.hasPrefix("£") ? "£" : nil
  }

  static func suffix(_ field: Benefit.Field) -> String? {
    let rest = field.unit.hasPrefix("£") ? String(field.unit.dropFirst()) : field.unit
    let words = TrimmedText.of(rest)
    return words.isEmpty || words == "from base year" ? nil : words
  }

  static func width(_ field: Benefit.Field) -> String {
    field == .reference ? "govuk-input--width-5" : ""
  }
}
