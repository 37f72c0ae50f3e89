import Calculator
import Foundation
import Programme
import Store

/// Somebody saved the record meanwhile: both versions field by field, and nothing typed is lost.
struct ConflictPage: Page {
  static let template = "record/conflict"

  /// "Somebody else changed this benefit".
  let title: String
  let reference: String
  /// "Anne Smith saved it on 22 November 2026 at 10:14 am."
  let meanwhile: String
  let rows: [Row]
  /// Where the own version is sent again, over the other.
  let action: String
  /// The version now stored.
  let version: String
  /// Everything that was typed, by the names of the form.
  let typed: [HiddenField]
  let keepHref: String
  let area: Area?
  let trail: [Link]

  /// A field in which the versions differ.
  struct Row: Part {
    let label: String
    let theirs: String
    let yours: String
  }

  /// The record as it stands, of which somebody saved a version meanwhile.
  struct Subject: Sendable {
    /// "benefit".
    let noun: String
    let reference: String
    /// The record's own page.
    let path: String
    var area = Area.benefits
    let trail: [Link]
  }

  /// Their version, which somebody saved last as the journal says, beside what was typed; that is
  /// sent to `action` again, or to the record's own address.
  init(
    _ subject: Subject, theirs: Stored<some Sendable>, last: JournalEntry?, rows: [Row],
    typed: [String: String], action: String? = nil
  ) {
    self.init(
      subject, saved: theirs.changedAt, version: theirs.version, last: last, rows: rows,
      typed: typed, action: action)
  }

  /// The same for a record that is stored another way: when it was saved, and the version it is at.
  init(
    _ subject: Subject, saved: Date, version: Int, last: JournalEntry?, rows: [Row],
    typed: [String: String], action: String? = nil
  ) {
    self.init(
      subject,
      meanwhile: "\(last?.actorName ?? "Somebody") saved it on \(Shown.moment(saved)).",
      version: version, rows: rows, typed: typed, action: action ?? subject.path)
  }

  /// The same in words of one's own on what happened meanwhile.
  init(
    _ subject: Subject, meanwhile: String, version: Int, rows: [Row], typed: [String: String],
    action: String
  ) {
    title = "Somebody else changed this \(subject.noun)"
    reference = subject.reference
    self.meanwhile = meanwhile
    self.rows = rows
    self.action = action
    self.version = String(version)
    let carried = typed.filter { $0.key != "version" && !$0.value.isEmpty }
    self.typed = carried.sorted { $0.key < $1.key }.map { HiddenField($0.key, $0.value) }
    keepHref = subject.path
    area = subject.area
    trail = subject.trail
  }

  static let sample = ConflictPage(
    Subject(
      noun: "benefit", reference: "B001", path: "/benefits/1",
      trail: [Link("Benefits", "/benefits")]),
    meanwhile: "Anne Smith saved it on 22 November 2026, 10:14 am.", version: 4,
    rows: [
      Row(label: "Volume", theirs: "34,693 a year", yours: "31,000 a year"),
      Row(label: "Owner", theirs: "Head of ICT", yours: "not known"),
    ],
    typed: ["title": "Fewer visits", "Channel.volume": "31000"], action: "/benefits/1")
}

extension ConflictPage.Row {
  /// The fields in which the typed record differs from theirs; `show` turns a field's name and
  /// canonical text into what people read.
  static func rows(
    _ changes: [FieldChange], _ show: (String, String) -> String = { Shown.words($1) }
  ) -> [ConflictPage.Row] {
    changes.map {
      Self(label: $0.label, theirs: show($0.field, $0.before), yours: show($0.field, $0.after))
    }
  }
}
