/// A workbook of Office Open XML (.xlsx, .xlsm): reads its parts in the order they need each other.
struct OpenXMLWorkbook {
  private let package: Package
  private let part: String
  private let builder: SheetBuilder

  /// The workbook whose list of sheets is that part of the package.
  init(_ package: Package, part: String, to handler: any WorkbookHandler) {
    self.package = package
    self.part = part
    builder = SheetBuilder(package.limits, to: handler)
  }

  /// A limit ended the reading; the handler was told which.
  var isCutShort: Bool { builder.isFull }

  /// Hands every row of every sheet on, in the order of the workbook.
  func read() throws(Package.Failure) {
    let workbook = try WorkbookPart(part, in: package)
    let relationships = try package.relationships(of: part)
    var book = SheetPartReader.Book()
    if workbook.countsFrom1904 {
      book.dates = .from1904
      builder.datesCountFrom1904()
    }
    if let part = relationships.first("styles") {
      book.formats = try CellFormats(part, in: package)
    }
    if let part = relationships.first("sharedStrings") {
      book.texts = try SharedTexts(part, in: package)
    }
    for sheet in workbook.sheets {
      try read(sheet, relationships.byID[sheet.relationship], book)
      if builder.isFull { return }
    }
  }

  /// Charts and sheets of macros hold no rows; a sheet of rows whose part is missing is damage.
  private func read(
    _ sheet: WorkbookPart.Sheet, _ target: Relationships.Target?, _ book: SheetPartReader.Book
  ) throws(Package.Failure) {
    if let target, target.kind != "worksheet" { return }
    builder.beginSheet(sheet.name)
    if builder.isFull { return }
    guard let target else { return builder.report(.noSheetPart) }
    do {
      _ = try package.read(target.part) { SheetPartReader($0, book, to: builder) }
    } catch {
      if !error.isByHandler { throw error }
    }
  }
}
