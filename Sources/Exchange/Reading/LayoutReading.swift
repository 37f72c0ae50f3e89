import Programme

/// One reading of a workbook as layout 1, from the first sheet to what came of it.
final class LayoutReading {
  private let layout: Layout1Reader
  private let pipeline: RowPipeline

  /// Where the sheets and rows of the workbook go.
  var rows: any WorkbookHandler { pipeline }

  init(_ matches: HeadingMatches) {
    layout = Layout1Reader(matches)
    pipeline = RowPipeline(to: layout)
  }

  /// The workbook was read to its end.
  func whole(_ kind: FileKind, notes: [Problem] = []) -> ImportedFile {
    pipeline.finish()
    let (register, carried) = layout.finish()
    return ImportedFile(
      register: register, problems: notes + layout.problems.listed, carried: carried, kind: kind,
      headings: layout.headings, places: layout.places)
  }

  /// It was not. The reason comes first; what was found before it may help to mend the file.
  func broken(_ kind: FileKind, _ reason: Problem? = nil) -> ImportedFile {
    pipeline.finish()
    return ImportedFile(
      register: nil, problems: (reason.map { [$0] } ?? []) + layout.problems.listed,
      carried: CarriedFigures(), kind: kind)
  }
}
