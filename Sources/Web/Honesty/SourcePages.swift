import Calculator
import Exchange
import Foundation
import Programme
import Store

/// What several benefits draw on together, with how much of it is claimed.
struct SourceListPage: Page {
  static let template = "honesty/sources"

  let title = "Shared sources"
  let rows: [Row]
  let addHref: String?
  let exports: [Link]
  let area: Area? = .benefits
  let trail = [Link("Benefits", "/benefits"), Link("Checks", "/benefits/honesty")]
  let isWide = true

  /// One source.
  struct Row: Part {
    let source: Link
    let kind: String
    let whole: String
    let council: String
    let own: String
    let others: String
    let total: String
    let flag: Tag?
  }

  init(_ sources: [StoredSource], viewer: Viewer) {
    rows = sources.map(Row.init)
    addHref = viewer.may(.writeBenefits) ? "/benefits/sources/new" : nil
    exports = sources.isEmpty ? [] : Link.exports("/benefits/sources") { $0 }
  }
}

extension SourceListPage.Row {
  init(_ stored: StoredSource) {
    source = Link(stored.source.name, "/benefits/sources/\(stored.id)")
    kind = stored.source.kind.rawValue
    whole = SourcePage.whole(stored.source)
    council = stored.councilName
    own = Shown.percentage(stored.claims.own)
    others = Shown.percentage(stored.claims.others)
    total = Shown.percentage(stored.claims.total)
    flag = stored.claims.isTooMuch ? Tag("More than the whole", .red) : nil
  }
}

extension SourceListPage {
  static let sample = SourceListPage(isEmpty: false)
  static let states = ["empty": SourceListPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    let row = Row(
      source: Link("Calls about bins", "/benefits/sources/1"), kind: "Measure",
      whole: "34,693 calls a year", council: "West Lothian Council", own: "60 %", others: "52.5 %",
      total: "112.5 %", flag: Tag("More than the whole", .red))
    rows = isEmpty ? [] : [row]
    addHref = "/benefits/sources/new"
    exports = isEmpty ? [] : Link.exports("/benefits/sources") { $0 }
  }
}

/// One shared source and who draws on it.
struct SourcePage: Page {
  static let template = "honesty/source"

  let title: String
  let facts: [SummaryLine]
  let flag: Tag?
  let rows: [Row]
  /// Says that others' drafts are counted and not shown; nil where all is in sight.
  let hidden: String?
  let changeHref: String?
  let area: Area? = .benefits
  let trail: [Link]

  /// A benefit that draws on it.
  struct Row: Part {
    let benefit: Link
    let council: String
    let share: String
    let note: String
  }

  init(_ stored: StoredSource, shares: [StoredShare], viewer: Viewer) {
    title = stored.source.name
    facts = [
      SummaryLine("What it is", stored.source.kind.rawValue),
      SummaryLine("The whole", SourcePage.whole(stored.source), note: stored.source.note),
      SummaryLine("Kept by", stored.councilName, note: Tag(stored.stored.visibility).text),
      SummaryLine("Claimed", HonestyWords.claims(stored.claims)),
      SummaryLine("Left to claim", Shown.percentage(stored.claims.left)),
    ]
    flag = stored.claims.isTooMuch ? Tag("More than the whole is claimed", .red) : nil
    rows = shares.map(Row.init)
    let seen = shares.filter(\.counts).map(\.share.share).reduce(.zero, +)
    let rest = stored.claims.total - seen
    hidden =
      rest > .zero
      ? "\(Shown.percentage(rest)) is claimed by benefits that you may not see." : nil
    changeHref =
      viewer.mayChange(recordsOf: stored.stored.organisation)
      ? "/benefits/sources/\(stored.id)/edit" : nil
    trail = SourceListPage.sample.trail + [Link("Shared sources", "/benefits/sources")]
  }

  /// "34,693 calls a year", or "not known".
  static func whole(_ source: SharedSource) -> String {
    source.whole.map { "\(Shown.quantity($0)) \(source.unit)" } ?? Shown.unknown
  }
}

extension SourcePage.Row {
  fileprivate init(_ share: StoredShare) {
    benefit = Link("\(share.reference) \(share.title)", "/benefits/\(share.benefit)/checks")
    council = share.councilName
    self.share = Shown.percentage(share.share.share) + (share.counts ? "" : ", withdrawn")
    note = share.share.note
  }
}

extension SourcePage {
  static let sample = SourcePage(isEmpty: false)
  static let states = ["empty": SourcePage(isEmpty: true)]

  private init(isEmpty: Bool) {
    title = "Calls about bins"
    facts = [SummaryLine("The whole", "34,693 calls a year", note: "Call log of 2009")]
    flag = isEmpty ? nil : Tag("More than the whole is claimed", .red)
    let row = Row(
      benefit: Link("B001 Fewer calls", "/benefits/1/checks"), council: "West Lothian Council",
      share: "60 %", note: "By survey")
    rows = isEmpty ? [] : [row]
    hidden = isEmpty ? nil : "52.5 % is claimed by benefits that you may not see."
    changeHref = isEmpty ? nil : "/benefits/sources/1/edit"
    trail = [Link("Shared sources", "/benefits/sources")]
  }
}

/// Records or changes a shared source.
struct SourceFormPage: Page {
  static let template = "honesty/source-form"

  let title: String
  let action: String
  let version: String
  let kind: RadioGroup
  let fields: [FormField]
  let visibility: RadioGroup
  let removeAction: String?
  let cancelHref: String
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail = [Link("Shared sources", "/benefits/sources")]

  /// For a source that is there, or a new one.
  init(_ form: RecordForm<SharedSource>, of stored: StoredSource?, failure: String? = nil) {
    title = stored == nil ? "Record a shared source" : "Change a shared source"
    let path = stored.map { "/benefits/sources/\($0.id)" }
    action = path ?? "/benefits/sources"
    version = stored.map { String($0.stored.version) } ?? ""
    kind = form.radios(.kind)
    fields = [
      form.field(.name, hint: "For example, calls about missed bins."),
      form.field(.whole, hint: "How large all of it is. May stay blank."),
      form.field(.unit, hint: "For example, calls a year."), form.field(.note),
    ]
    let chosen =
      form.typed["visibility"] ?? stored?.stored.visibility.rawValue
      ?? Visibility.draft.rawValue
    let options = Visibility.allCases.enumerated().map { place, visibility in
      Choice(
        visibility.rawValue, Tag(visibility).text, id: Choice.id("visibility", place),
        name: "visibility", isChosen: visibility.rawValue == chosen)
    }
    let error = form.problems.first { $0.place == .field("visibility") }?.message
    visibility = RadioGroup(
      "visibility", "Who may see it?", options: options,
      hint: "Benefits of other councils can draw on it only when it is published.", error: error)
    removeAction = path.map { "\($0)/remove" }
    cancelHref = path ?? "/benefits/sources"
    problems =
      [failure.map { PageProblem($0, at: "main-content") }].compactMap(\.self)
      + form.summary
  }

  static let sample: SourceFormPage = {
    var form = RecordForm<SharedSource>()
    form.problems =
      SharedSource.read([.whole: "x"]).problems + [
        Problem(
          .error, at: .field("visibility"), subject: "Who may see it", found: "",
          expected: "a choice", mend: "Choose.")
      ]
    return SourceFormPage(form, of: .sample, failure: "Somebody changed it meanwhile")
  }()
  static let states = ["fresh": SourceFormPage(RecordForm(), of: nil)]
}

extension StoredSource {
  fileprivate static let sample = StoredSource(
    stored: Stored(
      id: .random(), organisation: .random(), visibility: .published, version: 2,
      changedAt: .distantPast, noun: SharedSource(kind: .measure, name: "Calls about bins")),
    councilName: "West Lothian Council", claims: SourceClaims(own: .zero, others: .zero))
}

extension Exchange.Table {
  /// The shared sources within sight.
  init(_ sources: [StoredSource]) {
    self.init(
      headings: [
        "Name", "Kind", "Whole", "Unit", "Kept by", "Own share", "Other councils' share", "Claimed",
      ],
      rows: sources.map { stored in
        [
          .text(stored.source.name), .text(stored.source.kind.rawValue),
          stored.source.whole.map(TableCell.number) ?? .blank, .text(stored.source.unit),
          .text(stored.councilName), .number(stored.claims.own), .number(stored.claims.others),
          .number(stored.claims.total),
        ]
      })
  }
}
