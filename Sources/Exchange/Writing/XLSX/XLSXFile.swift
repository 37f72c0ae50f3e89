import CXLSXWriter
import Calculator
import Foundation
import Programme

/// The workbook could not be written.
public struct WorkbookFailure: Error, Equatable {
  /// Why, in words.
  public let words: String
}

/// An Excel workbook (.xlsx) that libxlsxwriter writes, row after row. The same sheets give the same
/// bytes.
///
/// libxlsxwriter writes to a file; it stands in a folder that only this user may enter and that is
/// gone afterwards, whatever happens.
final class XLSXFile {
  private let folder: String
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var isClosed = false
  private var formats: [OutputCell.Style: UnsafeMutablePointer<lxw_format>] = [:]

  /// The day of everything that has no day of its own: 1 January 1980, the first of zip.
  private static let firstDay: time_t = 315_532_800

  private init() throws(WorkbookFailure) {
    let folder = "\(NSTemporaryDirectory())/concordat-\(UUID())"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: false,
        attributes: [.posixPermissions: 0o700])
    } catch {
      throw WorkbookFailure(words: "there is no room for temporary files")
    }
    let book = folder.withCString { tmpdir in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: tmpdir)
      return workbook_new_opt("\(folder)/book.xlsx", &options)
    }
    guard let book else {
      rmdir(folder)
      throw WorkbookFailure(words: "there is no memory for the workbook")
    }
    self.folder = folder
    self.book = book
    var properties = lxw_doc_properties()
    properties.created = XLSXFile.firstDay
    workbook_set_properties(book, &properties)
  }

  deinit {
    if !isClosed { lxw_workbook_free(book) }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// The bytes of a workbook with these sheets and names.
  static func write(
    _ sheets: [OutputSheet], names: [(name: String, refersTo: String)] = []
  ) throws(WorkbookFailure) -> [UInt8] {
    let file = try XLSXFile()
    for sheet in sheets { try file.add(sheet) }
    for (name, range) in names {
      try XLSXFile.check(workbook_define_name(file.book, name, A1Formula.absolute(range)))
    }
    return try file.finish()
  }

  private func finish() throws(WorkbookFailure) -> [UInt8] {
    isClosed = true
    try XLSXFile.check(workbook_close(book))
    guard let bytes = FileManager.default.contents(atPath: "\(folder)/book.xlsx")
    else { throw WorkbookFailure(words: "the temporary file cannot be read") }
    return Array(bytes)
  }

  fileprivate static func check(_ error: lxw_error) throws(WorkbookFailure) {
    guard error != LXW_NO_ERROR else { return }
    throw WorkbookFailure(words: String(cString: lxw_strerror(error)))
  }

  // MARK: sheets

  private func add(_ sheet: OutputSheet) throws(WorkbookFailure) {
    guard let target = workbook_add_worksheet(book, sheet.name) else {
      throw WorkbookFailure(words: "a sheet cannot be called \(sheet.name)")
    }
    for (column, points) in sheet.widths.enumerated() {
      let place = try XLSXFile.column(column)
      let width = min(XLSXFile.widest, Double(points) / XLSXFile.pointsPerCharacter)
      try XLSXFile.check(worksheet_set_column(target, place, place, width, nil))
    }
    if sheet.hasHeadings { worksheet_freeze_panes(target, 1, 0) }
    if sheet.isHidden { worksheet_hide(target) }
    for (row, cells) in sheet.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        let place = XLSXPlace(row: UInt32(clamping: row), column: try XLSXFile.column(column))
        try XLSXFile.check(cell.write(to: target, at: place, format(cell.style)))
      }
    }
    if sheet.hasFilter, let width = sheet.rows.first?.count, width > 0 {
      try XLSXFile.check(
        worksheet_autofilter(
          target, 0, 0, UInt32(clamping: sheet.rows.count - 1), XLSXFile.column(width - 1)))
    }
  }

  private static func column(_ number: Int) throws(WorkbookFailure) -> UInt16 {
    guard let column = UInt16(exactly: number) else {
      throw WorkbookFailure(words: "there are too many columns")
    }
    return column
  }

  /// A character of the usual type is as wide as this.
  private static let pointsPerCharacter = 5.25
  private static let widest = 60.0

  // MARK: styles

  private func format(_ style: OutputCell.Style) -> UnsafeMutablePointer<lxw_format>? {
    guard style != .plain else { return nil }
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    formats[style] = format
    switch style {
    case .heading:
      format_set_bold(format)
      format_set_bg_color(format, WorkbookStyles.headingColour)
    case .wrapped: format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    default: WorkbookStyles.format(style).map { format_set_num_format(format, $0) }
    }
    return format
  }
}

/// The place of a cell, counted from 0.
struct XLSXPlace {
  let row: UInt32
  let column: UInt16
}

extension OutputCell {
  /// Writes the cell with its type: a text is never read as a formula, whatever it begins with.
  fileprivate func write(
    to sheet: UnsafeMutablePointer<lxw_worksheet>, at place: XLSXPlace,
    _ format: UnsafeMutablePointer<lxw_format>?
  ) -> lxw_error {
    let (row, column) = (place.row, place.column)
    if let formula {
      let translated = A1Formula.translated(formula, at: place)
      switch value {
      case .number(let number):
        return worksheet_write_formula_num(sheet, row, column, translated, format, number.nearest)
      case .text(let text):
        return worksheet_write_formula_str(sheet, row, column, translated, format, text)
      case .day, .blank: return worksheet_write_formula(sheet, row, column, translated, format)
      }
    }
    switch value {
    case .blank: return worksheet_write_blank(sheet, row, column, format)
    case .number(let number):
      guard number.isFinite else { return worksheet_write_blank(sheet, row, column, format) }
      return worksheet_write_number(sheet, row, column, number.nearest, format)
    case .text(let text):
      return worksheet_write_string(sheet, row, column, XLSXText.of(text), format)
    case .day(let day):
      var moment = lxw_datetime()
      (moment.year, moment.month, moment.day) = (Int32(day.year), Int32(day.month), Int32(day.day))
      return worksheet_write_datetime(sheet, row, column, &moment, format)
    }
  }
}
