import Programme

/// A cell of a worksheet's part while it is read.
struct SheetPartCell {
  /// What the file says the value is.
  enum Kind {
    case number, shared, text, dateTime, boolean, error

    init(_ attribute: XMLAttribute) {
      self =
        if attribute.equals("s") { .shared } else if attribute.equals("n") {
          .number
        } else if attribute.equals("b") {
          .boolean
        } else if attribute.equals("e") { .error } else if attribute.equals("d") {
          .dateTime
        } else { .text }
    }
  }

  /// What comes of it.
  enum Finished {
    case cell(Cell)
    /// It names a shared text that there is not.
    case noSharedText
  }

  var type = Kind.number
  var value = ""
  var format = CellFormats.Format.plain
  var hasFormula = false
  var refersOutside = false
  var sharedFormula: Int?

  /// The cell as every format hands it on; its column is for the sheet to say.
  func finished(_ book: SheetPartReader.Book) -> Finished {
    var cell = Cell(column: 0)
    cell.hasFormula = hasFormula
    cell.refersOutside = refersOutside
    cell.text = value
    switch type {
    case .shared:
      guard let text = NumberText.whole(value).flatMap({ book.texts[$0] }) else {
        return value.isEmpty ? .cell(cell) : .noSharedText
      }
      cell.text = text
      cell.kind = .text
    case .text: cell.kind = .text
    case .boolean: cell.kind = .boolean
    case .error: cell.kind = .error
    case .dateTime: cell.kind = .dateTime
    case .number: takeNumber(&cell, book.dates)
    }
    if value.isEmpty, cell.kind != .text, cell.kind != .error { cell.kind = .blank }
    return .cell(cell)
  }

  private func takeNumber(_ cell: inout Cell, _ dates: DateSystem) {
    cell.kind = .number
    switch format {
    case .plain: break
    case .percent: cell.isPercent = true
    case .date:
      guard let text = SerialDate.text(value, dates) else { return }
      cell.kind = .dateTime
      cell.text = text
    }
  }
}
