import Calculator
import Programme
import Store

/// Records a review of a benefit.
struct ReviewFormPage: Page {
  static let template = "review/form"

  let title = "Record a review"
  let benefit: Link
  let action: String
  let version: String
  /// What the reviewer looks at: status, owner, forecast.
  let facts: [SummaryLine]
  /// Changes that somebody made since the form was opened.
  let meanwhile: [JournalLine]
  let about: [FormField]
  let confidence: RadioGroup
  let decision: RadioGroup
  let consequences: [FormField]
  let schedule: RadioGroup
  let nextReview: FormField
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  init(
    _ stored: StoredBenefit, _ form: RecordForm<Review>, meanwhile: [JournalEntry] = []
  ) {
    let path = "/benefits/\(stored.id)"
    benefit = stored.link
    action = "\(path)/reviews"
    version = String(stored.stored.version)
    facts = ReviewFormPage.facts(stored)
    self.meanwhile = meanwhile.map { JournalLine($0, namesRecord: false) }
    about = [
      form.field(.reviewedOn), form.field(.reviewer),
      form.field(.finding, hint: "What the figures and the people say, in a few sentences."),
    ]
    confidence = form.radios(.confidence, legend: "How sure is the forecast?")
    decision = form.radios(.decision, legend: "What was decided?")
    consequences = [
      form.field(.newOwner, hint: "Only for a hand-over. The new owner has still to accept."),
      form.field(
        .reason,
        hint: "Needed to withdraw, and to call sustained what was not realised before."),
    ]
    schedule = form.radios(.schedule, legend: "When is it looked at again?")
    nextReview = form.field(.nextReview, hint: "Only for another day.")
    cancelHref = "\(path)/reviews"
    let moved = meanwhile.isEmpty ? nil : ReviewFormPage.moved
    problems = [moved].compactMap(\.self) + form.summary
    trail = BenefitDetailPage.trail(of: stored, itself: true)
  }

  private static let moved = PageProblem(
    "Somebody changed the benefit meanwhile. Read what changed, then record the review again",
    at: "meanwhile")

  private static func facts(_ stored: StoredBenefit) -> [SummaryLine] {
    let benefit = stored.benefit
    return [
      SummaryLine("Status", benefit.status.rawValue),
      SummaryLine("Owner", Shown.words(benefit.owner)),
      SummaryLine(
        "Net over all years", Shown.money(orUnknown: stored.figures.netTotal),
        note: stored.figures.undefinedBecause),
      SummaryLine("Review due", Shown.day(benefit.nextReview)),
    ]
  }
}

extension ReviewFormPage {
  static let sample = ReviewFormPage(problems: true)
  static let states = ["fresh": ReviewFormPage(problems: false)]

  private init(problems hasProblems: Bool) {
    var form = RecordForm<Review>(typed: ["reviewer": "Iain Sinclair", "decision": "Continue"])
    if hasProblems { form.problems = Review.read([:]).problems }
    benefit = Link("B001 Fewer face-to-face visits", "/benefits/1")
    action = "/benefits/1/reviews"
    version = "3"
    facts = [SummaryLine("Status", "Realising", note: "since March")]
    meanwhile = hasProblems ? [.sample] : []
    about = [form.field(.reviewedOn), form.field(.finding, hint: "In a few sentences.")]
    confidence = form.radios(.confidence)
    decision = form.radios(.decision, hint: "Withdrawing needs a reason.")
    consequences = [form.field(.newOwner), form.field(.reason)]
    schedule = form.radios(.schedule)
    nextReview = form.field(.nextReview)
    cancelHref = "/benefits/1/reviews"
    problems = hasProblems ? [ReviewFormPage.moved] + form.summary : []
    trail = [Link("Benefits", "/benefits")]
  }
}
