/// Turns the part of one worksheet into rows and cells.
final class SheetPartReader: XMLHandler {
  /// What holds for the cells of all sheets of the workbook.
  struct Book {
    var texts = SharedTexts()
    var formats = CellFormats()
    var dates = DateSystem.from1900
  }

  private enum Place {
    case sheet, rows, row, cell, value, formula, inline, inlineText, other
  }

  private let stream: XMLStream
  private let names: OpenXMLNames
  private let builder: SheetBuilder
  private let book: Book

  private var path: [Place] = []
  private var cell = SheetPartCell()
  private var bytes: [UInt8] = []
  /// The shared formulas of the sheet that take a value from another workbook.
  private var sharedOutside: Set<Int> = []

  init(_ stream: XMLStream, _ book: Book, to builder: SheetBuilder) {
    self.stream = stream
    self.book = book
    self.builder = builder
    names = OpenXMLNames(stream)
    path.reserveCapacity(builder.limits.depth)
  }

  // MARK: elements

  func start(_ element: XMLElement) {
    path.append(names.isOurs(element) ? place(element) : .other)
    if builder.isFull { stream.fail(.handler) }
  }

  private func place(_ element: XMLElement) -> Place {
    switch path.last {
    case .row where element.isNamed("c"): startCell(element)
    case .cell: startInCell(element)
    case .rows where element.isNamed("row"): startRow(element)
    case .inline: startInline(element)
    case .sheet where element.isNamed("sheetData"): .rows
    case nil where element.isNamed("worksheet"): .sheet
    default: .other
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    switch path.last {
    case .value, .formula, .inlineText: break
    default: return
    }
    guard bytes.count + text.count <= builder.limits.cellBytes else {
      builder.stop(.cellTooLong, column: builder.nextColumn)
      return stream.fail(.handler)
    }
    bytes.append(contentsOf: text)
  }

  func end() {
    switch path.popLast() {
    case .value: cell.value = String(decoding: bytes, as: UTF8.self)
    case .inlineText where path.last == .inline: cell.value = EscapedText.decode(bytes)
    case .formula: endFormula()
    case .cell: endCell()
    case .row: builder.endRow()
    default: break
    }
  }

  // MARK: rows and cells

  private func startRow(_ element: XMLElement) -> Place {
    guard let number = element.attribute("r") else {
      builder.beginRow()
      return .row
    }
    if let whole = number.whole, whole >= 1 {
      builder.beginRow(whole)
    } else {
      builder.beginRow()
      builder.report(.badIndex, found: number.text)
    }
    return .row
  }

  private func startCell(_ element: XMLElement) -> Place {
    if let reference = element.attribute("r") { place(reference) }
    cell = SheetPartCell()
    cell.type = element.attribute("t").map(SheetPartCell.Kind.init) ?? .number
    cell.format = book.formats.format(element.attribute("s")?.whole ?? 0)
    bytes.removeAll(keepingCapacity: true)
    return .cell
  }

  private func place(_ attribute: XMLAttribute) {
    guard let reference = CellReference(attribute.value), reference.row == builder.rowNumber else {
      return builder.report(.badReference, column: builder.nextColumn, found: attribute.text)
    }
    builder.place(column: reference.column)
  }

  private func startInCell(_ element: XMLElement) -> Place {
    bytes.removeAll(keepingCapacity: true)
    if element.isNamed("v") { return .value }
    if element.isNamed("is") { return .inline }
    guard element.isNamed("f") else { return .other }
    cell.hasFormula = true
    cell.sharedFormula = element.attribute("si")?.whole
    return .formula
  }

  /// The runs of rich text follow each other; readings (rPh) are no part of the text.
  private func startInline(_ element: XMLElement) -> Place {
    if element.isNamed("r") { return .inline }
    return element.isNamed("t") ? .inlineText : .other
  }

  /// The cells that share a formula name it by number; only the first has its text.
  private func endFormula() {
    let isOutside = ExternalReference.namesNumber(bytes)
    if isOutside, let shared = cell.sharedFormula { sharedOutside.insert(shared) }
    cell.refersOutside = isOutside || cell.sharedFormula.map(sharedOutside.contains) ?? false
  }

  private func endCell() {
    let column = builder.nextColumn
    switch cell.finished(book) {
    case .cell(let whole): builder.add(whole)
    case .noSharedText:
      builder.report(.noSharedText, column: column, found: cell.value)
      builder.add(Cell(column: column))
    }
  }
}
