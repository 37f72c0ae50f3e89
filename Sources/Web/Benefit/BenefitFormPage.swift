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
  /// What its unsent content is kept under.
  let draft: String
  /// A draft that waits; nil for none, or when it is continued here.
  let offer: DraftOffer?
  /// Where the values come from, when they were not typed here.
  let note: Note?
  /// The pattern that the values come from; empty for none.
  let pattern: String
  /// Warnings that do not stop it.
  let remarks: [String]
  let essentials: [FormField]
  let method: MethodGroup
  let cashability: RadioGroup
  let sections: [Section]
  /// Asked on a change: why.
  let reason: FormField?
  /// What comes of it so far.
  let figures: BenefitFormFigures
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]
  let isWide = true

  /// Where values come from that nobody typed here.
  struct Note: Part {
    let heading: String
    let lines: [String]
    let link: Link?
  }

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

  /// Fields that may stay blank; open when one of them has a problem or a value of its own.
  struct Section: Part {
    let heading: String
    let isOpen: Bool
    let fields: [FormField]
  }
}
