import Calculator
import Exchange
import Programme
import Store

/// Benefits that may be the same, with the reason of each pair.
struct DuplicatesPage: Page {
  static let template = "honesty/duplicates"

  let title = "Probable duplicates"
  let summary: String
  let rows: [Row]
  /// Pairs that were looked at and are different.
  let dismissed: [Dismissed]
  let exports: [Link]
  let problems: [PageProblem]
  let area: Area? = .checks
  let trail = [Link("Benefits", "/benefits"), Link("Checks", "/benefits/honesty")]
  let isWide = true

  /// The most pairs that one page shows.
  static let limit = 100

  /// Two benefits.
  struct Row: Part {
    let first: Link
    let firstCouncil: String
    let second: Link
    let secondCouncil: String
    let score: String
    let reasons: String
    /// Says that they are different; nil for those who may not.
    let dismissal: Dismissal?

    /// The form that says so.
    struct Dismissal: Part {
      let action = "/benefits/duplicates/dismiss"
      let one: String
      let other: String
      let reason: FormField
    }
  }

  /// A pair that was looked at.
  struct Dismissed: Part {
    let first: Link
    let second: Link
    let reason: String
    let who: String
  }

  /// `refused` is a pair whose dismissal was sent without a reason that will do.
  init(_ found: DuplicatesFound, viewer: Viewer, refused: (one: String, problem: String)? = nil) {
    let count = found.open.count
    let shown = min(count, DuplicatesPage.limit)
    summary =
      count == 0
      ? "No probable duplicates"
      : "\(Shown.count(count, "pair")) of benefits may be the same"
        + (shown < count ? ", the \(shown) most alike are shown" : "")
    rows = found.open.prefix(DuplicatesPage.limit).enumerated().map { place, pair in
      Row(pair, place: place, viewer: viewer, refused: refused)
    }
    dismissed = found.dismissed.map(Dismissed.init)
    exports = count == 0 ? [] : Link.exports("/benefits/duplicates") { $0 }
    problems = rows.compactMap { row in
      row.dismissal.flatMap { form in
        form.reason.error.map { PageProblem($0.text, at: form.reason.id) }
      }
    }
  }
}

extension DuplicateCandidate {
  fileprivate var link: Link { Link("\(reference) \(title)", "/benefits/\(id)") }
}

extension DuplicatesPage.Row {
  fileprivate init(
    _ pair: DuplicatePair, place: Int, viewer: Viewer, refused: (one: String, problem: String)?
  ) {
    first = pair.first.link
    firstCouncil = pair.first.councilName
    second = pair.second.link
    secondCouncil = pair.second.councilName
    score = "\(pair.score)"
    reasons = pair.reasons.joined(separator: ", ")
    let isOwn = [pair.first, pair.second].contains {
      viewer.mayChange(recordsOf: $0.organisation)
    }
    let key = "\(pair.first.id) \(pair.second.id)"
    dismissal =
      isOwn
      ? Dismissal(
        one: pair.first.id.description, other: pair.second.id.description,
        reason: .reason(place, error: refused?.one == key ? refused?.problem : nil)) : nil
  }
}

extension FormField {
  /// The field for a reason in one of many rows; its id tells the rows apart.
  fileprivate static func reason(_ place: Int, error: String?) -> FormField {
    FormField(
      "reason-\(place + 1)", "How do they differ?", .line(width: "govuk-input--width-20"),
      error: error)
  }
}

extension DuplicatesPage.Dismissed {
  fileprivate init(_ said: (pair: DuplicatePair, dismissal: DuplicateDismissal)) {
    first = said.pair.first.link
    second = said.pair.second.link
    reason = said.dismissal.reason
    who = "\(said.dismissal.by), \(Shown.moment(said.dismissal.at))"
  }
}

extension DuplicatesPage {
  static let sample = DuplicatesPage(isEmpty: false)
  static let states = ["empty": DuplicatesPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    let (first, second) = (Link("B001 Visits", "/benefits/1"), Link("B2 Visits", "/benefits/2"))
    summary = isEmpty ? "No probable duplicates" : "1 pair of benefits may be the same"
    let row = Row(
      first: first, firstCouncil: "West Lothian Council", second: second,
      secondCouncil: "Inverclyde Council", score: "85", reasons: "the same words in the title",
      dismissal: Row.Dismissal(one: "1", other: "2", reason: .reason(0, error: "Say how")))
    rows = isEmpty ? [] : [row]
    let pair = Dismissed(
      first: first, second: second, reason: "Two offices", who: "Iain Sinclair, 1 March 2026")
    dismissed = isEmpty ? [] : [pair]
    exports = isEmpty ? [] : Link.exports("/benefits/duplicates") { $0 }
    problems = []
  }
}
