import Calculator
import Foundation
import Programme
import Store

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
  let area: Area? = .checks
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
