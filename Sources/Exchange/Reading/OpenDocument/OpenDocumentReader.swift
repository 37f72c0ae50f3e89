/// Turns an OpenDocument spreadsheet into sheets, rows and cells: a flat file, or the content of an
/// archive, which has the same words.
final class OpenDocumentReader: XMLHandler {
  private enum Place {
    case document, body, spreadsheet, settings, table, row, cell, paragraph, other
  }

  private let stream: XMLStream
  private let names: OpenDocumentNames
  private let builder: SheetBuilder

  private var path: [Place] = []
  private var cell = OpenDocumentCell()
  private var shown: ShownText
  private var rowTimes = 1
  private var rowCells = 0
  private var repeatedCells = 0

  /// How a document is known to be of this format, and read.
  static func vocabulary(
    _ kind: FileKind, root: StaticString, _ limits: FileLimits, to handler: any WorkbookHandler
  ) -> RootReader.Vocabulary {
    RootReader.Vocabulary(
      kind: kind, namespace: OpenDocumentNames.officeNamespace, root: root
    ) { OpenDocumentReader($0, SheetBuilder(limits, to: handler)) }
  }

  init(_ stream: XMLStream, _ builder: SheetBuilder) {
    self.stream = stream
    self.builder = builder
    names = OpenDocumentNames(stream)
    shown = ShownText(limitBytes: builder.limits.cellBytes)
    path.reserveCapacity(builder.limits.depth)
  }

  // MARK: elements

  func start(_ element: XMLElement) {
    path.append(place(element))
    if builder.isFull { stream.fail(.handler) }
  }

  private func place(_ element: XMLElement) -> Place {
    switch path.last {
    case nil: return .document
    case .document, .body: return placeOfBody(element)
    case .spreadsheet, .settings, .table: return placeInSpreadsheet(element)
    case .row: return startCell(element)
    case .cell, .paragraph: return startText(element)
    case .other: return .other
    }
  }

  private func placeOfBody(_ element: XMLElement) -> Place {
    guard element.namespace == names.office else { return .other }
    if element.isNamed("body") { return .body }
    return element.isNamed("spreadsheet") ? .spreadsheet : .other
  }

  private func placeInSpreadsheet(_ element: XMLElement) -> Place {
    guard element.namespace == names.table else { return .other }
    switch path.last {
    case .spreadsheet where element.isNamed("table"):
      builder.beginSheet(element.attribute("name", in: names.table)?.text ?? "")
      return .table
    case .spreadsheet where element.isNamed("calculation-settings"): return .settings
    case .settings where element.isNamed("null-date"): readNullDate(element)
    case .table where element.isNamed("table-row"): return startRow(element)
    case .table where isGroupOfRows(element): return .table
    default: break
    }
    return .other
  }

  /// Header rows and groups that fold hold rows as the sheet itself does.
  private func isGroupOfRows(_ element: XMLElement) -> Bool {
    element.isNamed("table-header-rows") || element.isNamed("table-row-group")
      || element.isNamed("table-rows")
  }

  private func readNullDate(_ element: XMLElement) {
    let day = element.attribute("date-value", in: names.table)
    if day?.equals("1904-01-01") == true { builder.datesCountFrom1904() }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard path.last == .paragraph else { return }
    shown.append(text)
    checkLength()
  }

  func end() {
    switch path.popLast() {
    case .cell: endCell()
    case .row: endRow()
    default: break
    }
  }

  // MARK: rows and cells

  private func startRow(_ element: XMLElement) -> Place {
    rowTimes = max(1, element.attribute("number-rows-repeated", in: names.table)?.whole ?? 1)
    rowCells = 0
    builder.beginRow()
    return .row
  }

  private func startCell(_ element: XMLElement) -> Place {
    let isCell = element.isNamed("table-cell") || element.isNamed("covered-table-cell")
    guard isCell, element.namespace == names.table else { return .other }
    cell = OpenDocumentCell(element, names)
    shown.clear()
    return .cell
  }

  /// Comments and drawings stand in a cell too; only its paragraphs are its text.
  private func startText(_ element: XMLElement) -> Place {
    guard element.namespace == names.text else { return .other }
    if element.isNamed("p"), path.last == .cell {
      shown.beginParagraph()
      return .paragraph
    }
    guard path.last == .paragraph else { return .other }
    if element.isNamed("span") || element.isNamed("a") { return .paragraph }
    writeSpace(element)
    return .other
  }

  private func writeSpace(_ element: XMLElement) {
    if element.isNamed("s") {
      shown.append(0x20, times: max(1, element.attribute("c", in: names.text)?.whole ?? 1))
    } else if element.isNamed("tab") {
      shown.append(0x09, times: 1)
    } else if element.isNamed("line-break") {
      shown.append(0x0A, times: 1)
    }
    checkLength()
  }

  private func checkLength() {
    guard shown.isTooLong else { return }
    builder.stop(.cellTooLong, column: builder.nextColumn)
    stream.fail(.handler)
  }

  private func endCell() {
    let finished = cell.finished(shown: shown.text)
    guard finished.hasFormula || !finished.text.isEmpty else {
      return builder.skip(columns: cell.times)
    }
    if cell.isCovered { builder.report(.mergedCells, column: builder.nextColumn) }
    guard countRepeats(cell.times - 1) else { return }
    rowCells += cell.times
    for _ in 0..<cell.times { builder.add(finished) }
  }

  private func endRow() {
    guard rowCells > 0 else { return builder.skip(rows: rowTimes - 1) }
    guard countRepeats((rowTimes - 1) * rowCells) else { return }
    builder.endRow(times: rowTimes)
  }

  /// What is repeated costs nothing in the file, so it is counted before it is made.
  private func countRepeats(_ cells: Int) -> Bool {
    repeatedCells += cells
    if repeatedCells <= builder.limits.repeatedCells { return true }
    builder.stop(.tooManyRepeats, column: builder.nextColumn)
    stream.fail(.handler)
    return false
  }
}
