import Programme

extension ImportCheckPage {
  static let sample = ImportCheckPage(
    file: "west-lothian-90.xml", council: "West Lothian Council",
    figures: [
      Figure("Added", "2"), Figure("Changed", "1"), Figure("Unchanged", "86"),
      Figure("Missing from the file", "1", note: "stay as they are"),
    ],
    blocked: "Two errors must be mended in the file first.",
    confirm: Confirmation(
      action: "/imports/2/confirm", button: "Import 2 new and 1 changed row",
      fingerprint: "1f-2a"),
    without: without, problems: [PageProblem("Tick the box", at: Without.field)],
    match: Link("Match columns", "/imports/2/columns"),
    caution: "The file says that it is of Angus Council.",
    columns: Columns(
      unknown: "2 columns are not known: “Our code” and “Sponsor”.",
      matched: ["“Lead”: read as Owner"],
      matchedCount: "1 column is read as your council matched it before",
      link: Link("Match columns", "/imports/2/columns")),
    faults: Faults([
      Problem(
        .error, at: .cell(sheet: "Benefits", row: 14, column: 9, header: "Tangibility"),
        subject: "Tangibility", found: "Tangable", expected: "Tangible or Intangible",
        mend: "Correct the word in the workbook and choose the file again."),
      Problem(
        .warning, at: .cell(sheet: "Benefits", row: 21, column: 31, header: "CashPct"),
        subject: "Cash share", found: "", expected: "a share",
        mend: "A blank counts as the whole; say what share of the budget really falls."),
      Problem(
        .note, at: .file, subject: "Additional column", found: "Sponsor",
        expected: "a column of layout 1", mend: "It is kept with each benefit."),
    ]),
    groups: [
      Group(
        heading: "Benefits: 2 added, 1 changed", note: "Added rows are drafts of your council.",
        isOpen: true,
        rows: [
          Row(
            reference: "B014", kind: Tag("Changed", .blue),
            changes: [
              ChangeLine(label: "Volume", before: "31,000 a year", after: "34,693 a year"),
              ChangeLine(label: "Owner", before: "not known", after: "Head of ICT"),
            ]),
          Row(reference: "B091", kind: Tag("Added", .green), changes: []),
        ])
    ],
    carried: [
      Carried(
        reference: "B014", what: "Net 2011/12", carried: "60,150.54", ours: "60,150.53",
        difference: "\u{2212}0.01", why: "The file rounds each year.")
    ], carriedCount: "1 figure",
    unchanged: "86 rows are unchanged.", recheckAction: "/imports/2/check",
    discardAction: "/imports/2/discard")

  private static let without = Without(
    words: "59 benefits would lose their volume: no column is known to hold it.",
    label: "Import without volume",
    error: Message(id: "without-error", text: "Tick the box to import without volume"),
    action: "/imports/2/confirm", button: "Import 59 changed rows", fingerprint: "1f-2a")

  static let states = [
    "nothing": ImportCheckPage(
      file: "west-lothian-90.xml", council: "West Lothian Council", figures: [],
      blocked: "The file holds exactly what is stored: there is nothing to import.", confirm: nil,
      without: nil, problems: [], match: nil, caution: nil, columns: nil, faults: nil, groups: [],
      carried: [],
      carriedCount: "",
      unchanged: "90 rows are unchanged.", recheckAction: nil,
      discardAction: "/imports/2/discard"),
    "ready": ImportCheckPage(
      file: "west-lothian-90.xml", council: "West Lothian Council", figures: sample.figures,
      blocked: nil, confirm: sample.confirm, without: nil, problems: [], match: nil, caution: nil,
      columns: sample.columns,
      faults: sample.faults, groups: sample.groups,
      carried: [], carriedCount: "", unchanged: sample.unchanged, recheckAction: nil,
      discardAction: "/imports/2/discard"),
  ]
}
