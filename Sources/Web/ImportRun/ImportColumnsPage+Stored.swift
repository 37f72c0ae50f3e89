import Calculator
import Exchange
import Programme
import Store

extension ImportColumnsPage {
  /// The columns of a file that somebody may have a say in; `answers` are what was just sent, with
  /// what stands against them.
  init(_ run: ImportRun, _ headings: [SheetHeadings], _ answers: ColumnAnswers? = nil) {
    let address = "/imports/\(run.id)"
    let open = headings.filter { !$0.columns.isEmpty }
    file = run.fileName
    council = run.councilName
    needed = ImportColumnsPage.needed(headings)
    action = address + "/columns"
    sheets = open.map { Sheet($0, answers, isOnly: open.count == 1) }
    cancelHref = address
    problems = answers?.problems.map { PageProblem($0.value, at: FormField.id($0.key)) } ?? []
    trail = [Link("Imports", "/imports"), Link(run.fileName, address)]
  }

  /// What sheets cannot do without and no column holds; nil for nothing.
  static func needed(_ headings: [SheetHeadings]) -> String? {
    let missing = headings.flatMap { sheet in
      sheet.missing.map { sheet.sheet == "Benefits" ? $0.label : "\($0.label) (\(sheet.sheet))" }
    }
    return missing.isEmpty ? nil : Shown.list(missing)
  }
}

extension ImportColumnsPage.Sheet {
  fileprivate init(_ sheet: SheetHeadings, _ answers: ColumnAnswers?, isOnly: Bool) {
    heading = isOnly ? nil : "Sheet \(sheet.title)"
    columns = sheet.columns.map { column in
      let name = ColumnAnswers.name(of: column, in: sheet)
      let chosen = answers?.chosen[name] ?? column.offered
      return FormField(
        name, column.heading,
        .select(ColumnAnswers.choices(of: column, in: sheet, chosen: chosen)),
        hint: column.hint(in: sheet), error: answers?.problems.first { $0.key == name }?.value)
    }
  }
}

extension SheetHeadings.Column {
  /// What is chosen before anybody answers: the suggestion, else what holds now.
  var offered: HeadingMatch.Meaning { suggestion.map { .field($0) } ?? meaning }

  /// Where it stands, what it holds, and why an answer is chosen already.
  fileprivate func hint(in sheet: SheetHeadings) -> String {
    let texts = samples.map { "“\($0)”" }
    let place = "Column \(number) holds \(texts.isEmpty ? "nothing" : Shown.list(texts))."
    return [place, remark(in: sheet)].compactMap(\.self).joined(separator: " ")
  }

  private func remark(in sheet: SheetHeadings) -> String? {
    if let rival {
      return "It would mean \(sheet.label(of: rival.field)), which “\(rival.heading)” in column "
        + "\(rival.column) holds already."
    }
    if let suggestion { return "Suggested: \(sheet.label(of: suggestion)). The names are alike." }
    return isMatched ? "Your council matched it before." : nil
  }
}
