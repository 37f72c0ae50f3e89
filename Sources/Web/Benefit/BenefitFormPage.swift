import Calculator
import Programme

/// A benefit recorded or changed on one screen: what must be said first, the rest folded away.
struct BenefitFormPage: Page {
  static let template = "benefit/form"

  let title: String
  /// Where the form is sent, and where "Cancel" leads.
  let action: String
  let cancelHref: String
  /// The version that was read; empty for a new benefit.
  let version: String
  let submit: String
  /// Warnings that do not stop it.
  let remarks: [String]
  let essentials: [FormField]
  let tangibility: RadioGroup
  let cashability: RadioGroup
  let method: MethodGroup
  let visibility: RadioGroup
  let sections: [Section]
  /// Asked on a change: why.
  let reason: FormField?
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// The methods, each with the inputs it needs.
  struct MethodGroup: Part {
    let error: Message?
    let options: [MethodChoice]
  }

  /// One method and its inputs.
  struct MethodChoice: Part {
    let id: String
    let value: String
    let text: String
    let formula: String
    let isChosen: Bool
    let fields: [FormField]
    /// Criteria; for the scored method only.
    let criteria: [CriterionFields]
  }

  /// One criterion of a scored benefit, a row of three fields.
  struct CriterionFields: Part {
    let legend: String
    let fields: [FormField]
  }

  /// Fields that may stay blank; open when one of them has a problem.
  struct Section: Part {
    let heading: String
    let isOpen: Bool
    let fields: [FormField]
  }
}
