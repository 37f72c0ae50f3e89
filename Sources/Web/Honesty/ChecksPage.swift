import Programme

/// What keeps one benefit honest: shared sources, whose budget pays, a measure that must not get
/// worse, and benefits that may be the same.
struct ChecksPage: Page {
  static let template = "honesty/checks"

  let title = "Checks"
  let benefit: Link
  let sections: [SectionLink]
  /// What somebody has to look at.
  let flags: [String]
  /// A measure that is worse for a while, as was expected.
  let dip: String?
  let shares: [ShareLine]
  /// Draws on another source; nil for those who may not.
  let add: ShareForm?
  let payer: [SummaryLine]
  let check: [SummaryLine]
  let standing: Tag
  /// Where payer and measure are changed; nil for those who may not.
  let changeHref: String?
  let pairs: [PairLine]
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]

  /// A share of one source.
  struct ShareLine: Part {
    let source: Link
    let share: String
    let note: String
    let claimed: String
    /// "More than the whole"; nil where all is well.
    let flag: Tag?
    let removal: Removal?

    /// A form that takes the share off.
    struct Removal: Part {
      let action: String
      let source: String
      let name: String
    }
  }

  /// A form that sets a share.
  struct ShareForm: Part {
    let action: String
    let fields: [FormField]
  }

  /// Another benefit that may be the same.
  struct PairLine: Part {
    let other: Link
    let council: String
    let reasons: String
  }

  static let sample = ChecksPage(isEmpty: false)
  static let states = ["empty": ChecksPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    benefit = Link("B001 Fewer face-to-face visits", "/benefits/1")
    sections = [SectionLink(text: "Checks", href: "/benefits/1/checks", isCurrent: true)]
    dip = isEmpty ? nil : "“Satisfaction” of B001 dips to 78 %."
    flags = isEmpty ? [] : ["Shared source “Calls”: 112.5 % of it is claimed."]
    let line = ShareLine(
      source: Link("Calls about bins", "/benefits/sources/1"), share: "60 %", note: "By survey",
      claimed: "Your council 60 %, other councils 52.5 %", flag: Tag("More than the whole", .red),
      removal: ShareLine.Removal(
        action: "/benefits/1/shares", source: "1", name: "Calls about bins"))
    shares = isEmpty ? [] : [line]
    add = ShareForm(
      action: "/benefits/1/shares",
      fields: [FormField("share", "Share", .number(prefix: nil, suffix: "%"), error: "Enter it")])
    payer = [SummaryLine("Whose budget pays for it", "Its own", note: "nothing else was said")]
    check = payer
    standing = Tag("Holds", .green)
    changeHref = "/benefits/1/checks/edit"
    let pair = PairLine(
      other: Link("B002 Fewer visits", "/benefits/2"), council: "West Lothian Council",
      reasons: "the same words in the title, the same method")
    pairs = isEmpty ? [] : [pair]
    problems = []
    trail = [Link("Benefits", "/benefits")]
  }
}
