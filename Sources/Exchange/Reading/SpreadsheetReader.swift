/// Turns the XML of a workbook into sheets, rows and cells: by namespace, never by prefix, and with
/// the places that `Index`, `MergeAcross` and `Span` mean.
final class SpreadsheetReader: XMLHandler {
  /// Where in the format an element stands; decided once, when it starts.
  private enum Element {
    case workbook, styles, style, worksheet, table, row, cell, data, insideData, excelWorkbook,
      other
  }

  private let names: SpreadsheetNames
  private let limits: FileLimits
  private let stream: XMLStream
  private unowned let handler: any WorkbookHandler

  private var path: [Element] = []
  private var sheet = ""
  private var sheetCount = 0
  private var rowNumber = 0
  private var rowSpan = 0
  private var cells: [Cell] = []
  private var cell = Cell(column: 0)
  private var nextColumn = 1
  private var bytes: [UInt8] = []
  private var styleBeingRead = ""
  private var percentStyles: Set<String> = []
  /// The last row of the lowest merged cell over each column.
  private var mergedUntil: [Int] = []
  private var reportedOnce: Set<String> = []

  init(_ stream: XMLStream, limits: FileLimits, to handler: any WorkbookHandler) {
    self.stream = stream
    self.limits = limits
    self.handler = handler
    names = SpreadsheetNames(stream)
    path.reserveCapacity(limits.depth)
  }

  /// How a document is known to be a workbook of this format, and read.
  static func vocabulary(
    _ limits: FileLimits, to handler: any WorkbookHandler
  ) -> RootReader.Vocabulary {
    RootReader.Vocabulary(
      kind: .workbook, namespace: SpreadsheetNames.namespace, root: "Workbook"
    ) { SpreadsheetReader($0, limits: limits, to: handler) }
  }

  // MARK: elements

  func start(_ element: XMLElement) {
    let place = path.last
    let isOurs = element.namespace == names.spreadsheet
    if place == nil { return path.append(.workbook) }
    if element.name == names.row, isOurs, place == .table { return startRow(element) }
    if element.name == names.cell, isOurs, place == .row { return startCell(element) }
    if place == .cell { return startInCell(element, isOurs) }
    if place == .data || place == .insideData { return startInData(element) }
    startElsewhere(element, isOurs, place)
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard let place = path.last, place == .data || place == .insideData else { return }
    guard bytes.count + text.count <= limits.cellBytes else {
      report(.cellTooLong, column: cell.column)
      return stream.fail(.handler)
    }
    bytes.append(contentsOf: text)
  }

  func end() {
    switch path.popLast() {
    case .data:
      if cell.kind == .error, bytes.isEmpty { break }
      cell.text = String(decoding: bytes, as: UTF8.self)
      if cell.text.isEmpty, cell.kind != .text { cell.kind = .blank }
    case .cell: endCell()
    case .row: endRow()
    case .style: styleBeingRead = ""
    default: break
    }
  }

  private func startElsewhere(_ element: XMLElement, _ isOurs: Bool, _ place: Element?) {
    switch place {
    case .workbook where isOurs && element.name == names.worksheet: startSheet(element)
    case .workbook where isOurs && element.name == names.styles: path.append(.styles)
    case .workbook where element.name == names.excelWorkbook: path.append(.excelWorkbook)
    case .worksheet where isOurs && element.name == names.table: path.append(.table)
    case .styles where isOurs && element.name == names.style:
      styleBeingRead = attribute(names.id, of: element)?.text ?? ""
      path.append(.style)
    case .style where isOurs && element.name == names.numberFormat:
      noteFormat(element)
      path.append(.other)
    case .excelWorkbook where element.name == names.date1904:
      handler.datesCountFrom1904()
      path.append(.other)
    default: path.append(.other)
    }
  }

  private func noteFormat(_ element: XMLElement) {
    guard let format = attribute(names.format, of: element) else { return }
    if format.equals("Percent") || format.value.contains(UInt8(ascii: "%")) {
      percentStyles.insert(styleBeingRead)
    }
  }

  private func startSheet(_ element: XMLElement) {
    sheet = attribute(names.nameOf, of: element)?.text ?? ""
    rowNumber = 0
    rowSpan = 0
    mergedUntil = Array(repeating: 0, count: limits.columns + 1)
    sheetCount += 1
    path.append(.worksheet)
    guard sheetCount <= limits.sheets else {
      report(.tooManySheets)
      return stream.fail(.handler)
    }
    handler.sheet(named: sheet)
  }

  // MARK: rows

  private func startRow(_ element: XMLElement) {
    path.append(.row)
    let previous = rowNumber + rowSpan
    rowNumber = previous + 1
    rowSpan = 0
    nextColumn = 1
    cells.removeAll(keepingCapacity: true)
    for index in 0..<element.attributeCount {
      guard let attribute = element.attribute(index), isKnown(attribute) else { continue }
      if attribute.name == names.index {
        guard let value = attribute.whole, value >= 1 else {
          report(.badIndex, found: attribute.text)
          continue
        }
        rowNumber = value
        if value <= previous { report(.rowGoesBack, found: attribute.text) }
      } else if attribute.name == names.span {
        rowSpan = attribute.whole ?? 0
      }
    }
    guard rowNumber <= limits.rows, rowSpan <= limits.rows else {
      report(.tooManyRows, found: String(rowNumber))
      return stream.fail(.handler)
    }
  }

  private func endRow() {
    if !cells.isEmpty { handler.row(Row(number: rowNumber, cells: cells)) }
  }

  // MARK: cells

  private func startCell(_ element: XMLElement) {
    path.append(.cell)
    cell = Cell(column: nextColumn)
    var across = 0
    var down = 0
    var isPlaced = false
    for index in 0..<element.attributeCount {
      guard let attribute = element.attribute(index), isKnown(attribute) else { continue }
      if attribute.name == names.formula {
        cell.hasFormula = true
        cell.refersOutside = ExternalReference.namesFile(attribute.value)
      } else if attribute.name == names.index {
        place(attribute)
        isPlaced = true
      } else if attribute.name == names.styleID {
        if !percentStyles.isEmpty { cell.isPercent = percentStyles.contains(attribute.text) }
      } else if attribute.name == names.mergeAcross {
        across = attribute.whole ?? 0
      } else if attribute.name == names.mergeDown {
        down = attribute.whole ?? 0
      }
    }
    if !isPlaced, isMerged(cell.column) { report(.mergedCells, column: cell.column) }
    nextColumn = cell.column + across + 1
    if down > 0 { merge(cell.column..<nextColumn, until: rowNumber + down) }
  }

  private func isMerged(_ column: Int) -> Bool {
    mergedUntil.indices.contains(column) && mergedUntil[column] >= rowNumber
  }

  private func merge(_ columns: Range<Int>, until row: Int) {
    for column in columns.clamped(to: mergedUntil.indices) {
      mergedUntil[column] = max(mergedUntil[column], row)
    }
  }

  private func place(_ attribute: XMLAttribute) {
    guard let value = attribute.whole, value >= 1 else {
      return report(.badIndex, column: nextColumn, found: attribute.text)
    }
    if value < nextColumn { report(.cellGoesBack, column: nextColumn, found: attribute.text) }
    cell.column = value
  }

  /// A null says that there is no value: an error in the place of one, as "#N/A" is.
  private func readNull() {
    cell.kind = .error
    cell.text = "Null"
  }

  private func startInCell(_ element: XMLElement, _ isOurs: Bool) {
    if isOurs, element.name == names.null { readNull() }
    guard isOurs, element.name == names.data else { return path.append(.other) }
    path.append(.data)
    bytes.removeAll(keepingCapacity: true)
    cell.kind = .text
    for index in 0..<element.attributeCount {
      guard let attribute = element.attribute(index), isKnown(attribute),
        attribute.name == names.type
      else { continue }
      cell.kind = SpreadsheetReader.kind(attribute)
    }
  }

  private func startInData(_ element: XMLElement) {
    path.append(.insideData)
    if element.name == names.null, element.namespace == names.spreadsheet { readNull() }
    if element.name == names.lineBreak { bytes.append(0x0A) }
  }

  private static func kind(_ attribute: XMLAttribute) -> Cell.Kind {
    if attribute.equals("String") { return .text }
    if attribute.equals("Number") { return .number }
    if attribute.equals("DateTime") { return .dateTime }
    if attribute.equals("Boolean") { return .boolean }
    return attribute.equals("Error") ? .error : .text
  }

  /// An empty cell without a formula is nothing; an empty text with a formula is its result.
  private func endCell() {
    guard cell.hasFormula || !cell.text.isEmpty else { return }
    guard cell.column <= limits.columns, cells.count < limits.columns else {
      if reportedOnce.insert("columns \(sheet)").inserted {
        report(.tooManyColumns, column: cell.column)
      }
      return
    }
    cells.append(cell)
  }

  // MARK: attributes and reports

  /// An attribute of the format: prefixed, or without a prefix, which is told once.
  private func isKnown(_ attribute: XMLAttribute) -> Bool {
    if attribute.namespace == names.spreadsheet { return true }
    guard attribute.namespace == nil else { return false }
    if reportedOnce.insert("prefix").inserted { report(.attributeWithoutPrefix) }
    return true
  }

  private func attribute(_ name: XMLElement.Name?, of element: XMLElement) -> XMLAttribute? {
    for index in 0..<element.attributeCount {
      guard let attribute = element.attribute(index), attribute.name == name else { continue }
      if isKnown(attribute) { return attribute }
    }
    return nil
  }

  private func report(_ reason: SheetProblem.Reason, column: Int = 1, found: String = "") {
    handler.report(
      SheetProblem(
        reason: reason, sheet: sheet, row: max(1, rowNumber), column: column, found: found))
  }
}
