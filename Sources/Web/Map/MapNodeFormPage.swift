import Programme
import Store

/// A box of the map added or changed.
struct MapNodeFormPage: Page {
  static let template = "map/form"

  let title: String
  /// What it is joined to: "It comes after “Data cleaned”."
  let joined: String?
  let action: String
  let cancelHref: String
  let hidden: [HiddenField]
  let submit: String
  let kind: RadioGroup
  let fields: [FormField]
  let visibility: RadioGroup
  let reason: FormField?
  let problems: [PageProblem]
  let area: Area? = .map
  let trail: [Link]

  /// What the page is for and where it leads.
  struct Setting: Sendable {
    var title: String
    var action: String
    var cancelHref: String
    /// The version that was read; empty for a new box.
    var version = ""
    /// The name and value of what a new box is joined to.
    var join: (name: String, value: String)?
    var joined: String?
    var kinds: [MapKind] = MapKind.recorded
    var trail: [Link] = [Link("Benefits", "/benefits"), Link("Map", "/map")]
  }

  /// The form as it was typed, with what stands against it.
  init(_ typed: [String: String], problems found: [Problem], in setting: Setting) {
    let isNew = setting.version.isEmpty
    title = setting.title
    joined = setting.joined
    action = setting.action
    cancelHref = setting.cancelHref
    hidden =
      [HiddenField("version", setting.version)]
      + [setting.join].compactMap { $0 }.map { HiddenField($0.name, $0.value) }
    submit = isNew ? "Add to the map" : "Save changes"
    kind = RadioGroup(
      "kind", "What is it?",
      options: Choice.words("kind", setting.kinds.map(\.rawValue), chosen: typed["kind"] ?? ""),
      hint: "A project delivers an output; people change what they do; that has an outcome.",
      error: found.message(at: "kind"))
    func field(
      _ field: MapNode.Field, _ control: FormField.Control, _ hint: String? = nil
    ) -> FormField {
      FormField(
        field.rawValue, field.label, control, value: typed[field.rawValue] ?? "", hint: hint,
        error: found.message(at: field.rawValue))
    }
    fields = [
      field(.title, .line(width: ""), "In a few words, such as “One customer record”."),
      field(.owner, .line(width: "govuk-input--width-20"), "Who answers for it. May stay blank."),
      field(.due, .day, "For outputs and changes. May stay blank."),
      field(.description, .area),
    ]
    visibility = .visibility(typed["visibility"] ?? "", error: found.message(at: "visibility"))
    reason =
      isNew
      ? nil
      : FormField(
        "reason", "Why do you change it?", .line(width: ""), value: typed["reason"] ?? "",
        hint: "Kept in the history. May stay blank.", error: found.message(at: "reason"))
    problems = found.summary
    trail = setting.trail
  }

  static let sample = MapNodeFormPage(
    ["title": "", "kind": "Output", "reason": "Renamed"],
    problems: [
      Problem(
        .error, at: .field("title"), subject: "Title", found: "", expected: "something here",
        mend: "Enter title."),
      Problem(
        .error, at: .field("kind"), subject: "Kind", found: "Output",
        expected: "a kind that fits", mend: "Take those links away first."),
    ],
    in: Setting(
      title: "Change a box", action: "/map/nodes/1", cancelHref: "/map/nodes/1", version: "2"))

  static let states = [
    "new": MapNodeFormPage(
      ["visibility": "shared"], problems: .noVisibility,
      in: Setting(
        title: "Add to the map", action: "/map/nodes", cancelHref: "/map",
        join: ("after", "1"), joined: "It comes after “Data cleaned”."))
  ]
}
