import Calculator
import Programme
import Store

/// The files that support a benefit, and the form that attaches one.
struct EvidencePage: Page {
  static let template = "evidence/list"

  let title = "Evidence"
  /// "B001 Fewer visits".
  let benefit: String
  let sections: [SectionLink]
  /// The benefit's own note on evidence.
  let words: String?
  let files: [Line]
  let removed: [Gone]
  let attach: AttachForm?
  let problems: [PageProblem]
  let area: Area? = .benefits
  let trail: [Link]
  let isWide = true

  /// A file.
  struct Line: Part {
    let file: Link
    let kind: String
    let size: String
    let supports: String
    let note: String?
    let attached: String
    let fingerprint: String
    let removeHref: String?
  }

  /// A file that was removed.
  struct Gone: Part {
    let name: String
    let removed: String
    let reason: String
  }

  /// Attaches a file.
  struct AttachForm: Part {
    let action: String
    let limits: String
    let accept: String
    let failure: Message?
    let describedBy: String
    let supports: FormField
    let note: FormField
  }

  static let sample = EvidencePage(
    benefit: "B001 Fewer visits",
    sections: [SectionLink(text: "Evidence", href: "/benefits/1/evidence", isCurrent: true)],
    words: "Ledger of March 2010",
    files: [
      Line(
        file: Link("ledger.pdf", "/benefits/1/evidence/2"), kind: "PDF document", size: "12 KB",
        supports: "Calls answered", note: "Code 4711", attached: "Morag Reid, 3 April 2010",
        fingerprint: "ab12", removeHref: "/benefits/1/evidence/2/remove")
    ], removed: [Gone(name: "old.pdf", removed: "Morag Reid", reason: "Of another year")],
    attach: AttachForm(
      action: "/benefits/1/evidence", limits: "At most 10 MB.", accept: ".pdf",
      failure: Message(id: "file-error", text: "Choose a file."), describedBy: "file-hint",
      supports: FormField("supports", "What does it support?", .select([])),
      note: FormField("note", "What does it show?", .area)),
    problems: [PageProblem("Choose a file.", at: "file")], trail: [Link("Benefits", "/benefits")])

  static let states = [
    "empty": EvidencePage(
      benefit: "B001 Fewer visits", sections: [], words: nil, files: [], removed: [],
      attach: nil, problems: [], trail: [])
  ]
}
