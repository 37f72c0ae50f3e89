import Calculator
import Foundation
import Programme
import Store

/// Says whose budget pays for a benefit and which measure must not get worse for it.
struct CheckFormPage: Page {
  static let template = "honesty/form"

  let title = "Whose budget, and what must not get worse"
  let benefit: Link
  let action: String
  let version: String
  /// What somebody else said meanwhile, beside what was typed.
  let meanwhile: [ChangeLine]
  let payer: [FormField]
  let check: [FormField]
  let dip: [FormField]
  let noMeasures: Bool
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// `theirs` is what somebody else saved meanwhile.
  init(
    _ stored: StoredBenefit, _ form: RecordForm<BenefitCheck>, version: Int,
    measures: [CheckedMeasure], theirs: BenefitCheck? = nil
  ) {
    let path = "/benefits/\(stored.id)/checks"
    benefit = stored.link
    action = path
    self.version = String(version)
    meanwhile = CheckFormPage.meanwhile(theirs, form)
    (payer, check, dip) = CheckFormPage.fields(form, measures)
    noMeasures = measures.isEmpty
    cancelHref = path
    problems =
      theirs == nil
      ? form.summary
      : [PageProblem("Somebody changed this meanwhile. Compare, then save again", at: "meanwhile")]
    trail = BenefitDetailPage.trail(of: stored, itself: true)
  }

  private static func meanwhile(
    _ theirs: BenefitCheck?, _ form: RecordForm<BenefitCheck>
  ) -> [ChangeLine] {
    guard let theirs, let typed = form.reading.value else { return [] }
    return typed.changes(since: theirs).map {
      ChangeLine(label: $0.label, before: Shown.words($0.before), after: Shown.words($0.after))
    }
  }

  private static func fields(
    _ form: RecordForm<BenefitCheck>, _ measures: [CheckedMeasure]
  ) -> ([FormField], [FormField], [FormField]) {
    let chosen = form.typed["measure"] ?? ""
    let choices = measures.map { measure in
      let id = measure.id.uuidString.lowercased()
      return Choice(id, "\(measure.reference): \(measure.name)", isChosen: id == chosen)
    }
    let none = Choice("", "None yet", isChosen: chosen.isEmpty)
    return (
      [
        form.field(
          .payer, hint: "Another council or body. Leave it blank for your council's own budget."),
        form.field(.payerNote),
      ],
      [
        form.field(
          .measure, hint: "Satisfaction, or a service standard.",
          control: .select([none] + choices)),
        form.field(
          .floor, hint: "In the measure's unit, such as 95% or 12. A blank is its baseline."),
      ],
      [
        form.field(.dipFrom), form.field(.dipTo),
        form.field(.dipDepth, hint: "In its unit, such as 5% or 2."),
      ]
    )
  }
}

extension CheckFormPage {
  static let sample = CheckFormPage(isEmpty: false)
  static let states = ["empty": CheckFormPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    var form = RecordForm<BenefitCheck>(typed: ["payer": "NHS Lothian"])
    form.problems =
      isEmpty ? [] : BenefitCheck.read([.floor: "x", .dipFrom: "2010-01-01"]).problems
    benefit = Link("B001 Fewer face-to-face visits", "/benefits/1")
    action = "/benefits/1/checks"
    version = "1"
    let line = ChangeLine(label: "Payer", before: "not known", after: "NHS Lothian")
    meanwhile = isEmpty ? [] : [line]
    (payer, check, dip) = CheckFormPage.fields(form, [])
    noMeasures = isEmpty
    cancelHref = "/benefits/1/checks"
    problems = form.summary
    trail = [Link("Benefits", "/benefits")]
  }
}
