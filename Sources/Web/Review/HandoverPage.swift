import Calculator
import Programme
import Store

/// Hands a benefit over to a new owner, or settles a hand-over that waits.
struct HandoverPage: Page {
  static let template = "review/handover"

  let title = "Hand over a benefit"
  let benefit: Link
  let owner: String
  /// Where an offer is sent; nil while one waits.
  let offerAction: String?
  let offer: [FormField]
  let waiting: Waiting?
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// A hand-over that waits for its new owner.
  struct Waiting: Part {
    let newOwner: String
    let offered: String
    let note: String?
    let acceptAction: String
    let takeBackAction: String
    let acceptance: FormField
  }

  /// `typed` is what was sent with an acceptance that is refused.
  init(
    _ stored: StoredBenefit, waiting: StoredHandover?, _ form: RecordForm<Handover>,
    viewer: Viewer
  ) {
    let path = "/benefits/\(stored.id)/handover"
    benefit = stored.link
    owner = Shown.words(stored.benefit.owner)
    offerAction = waiting == nil ? path : nil
    offer = [
      form.field(.toOwner, hint: "The officer or post that answers for it from then on."),
      form.field(.note, hint: "For example, what the closing project leaves behind."),
    ]
    self.waiting = waiting.map { Waiting($0, path: path, form, viewer: viewer) }
    cancelHref = "/benefits/\(stored.id)/reviews"
    problems = form.summary
    trail = BenefitDetailPage.trail(of: stored, itself: true)
  }
}

extension HandoverPage.Waiting {
  fileprivate init(
    _ stored: StoredHandover, path: String, _ form: RecordForm<Handover>, viewer: Viewer
  ) {
    let isOwn = FoldedText.of(viewer.name) == FoldedText.of(stored.handover.toOwner)
    newOwner = stored.handover.toOwner
    offered = "\(Shown.moment(stored.offeredAt)) by \(stored.offeredBy)"
    note = stored.handover.note.isEmpty ? nil : stored.handover.note
    acceptAction = "\(path)/accept"
    takeBackAction = "\(path)/take-back"
    acceptance = form.field(
      .acceptanceNote, label: isOwn ? "Anything to note" : "How did they accept it?",
      hint: isOwn
        ? "You are the new owner. This may stay blank."
        : "You record it for \(stored.handover.toOwner): say how and when they said yes.")
  }
}

extension HandoverPage {
  static let sample = HandoverPage(isWaiting: false)
  static let states = ["waiting": HandoverPage(isWaiting: true)]

  private init(isWaiting: Bool) {
    var form = RecordForm<Handover>()
    form.problems = isWaiting ? [] : Handover.read([:]).problems
    benefit = Link("B001 Fewer face-to-face visits", "/benefits/1")
    owner = "Head of ICT"
    offerAction = isWaiting ? nil : "/benefits/1/handover"
    offer = [form.field(.toOwner), form.field(.note)]
    waiting =
      isWaiting
      ? Waiting(
        newOwner: "Head of Customer Services", offered: "1 March 2026 by Iain Sinclair",
        note: "The project closes.", acceptAction: "/benefits/1/handover/accept",
        takeBackAction: "/benefits/1/handover/take-back",
        acceptance: form.field(.acceptanceNote, hint: "Say how.")) : nil
    cancelHref = "/benefits/1/reviews"
    problems = form.summary
    trail = [Link("Benefits", "/benefits")]
  }
}
