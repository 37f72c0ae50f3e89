/// Finds out what a zip archive is, by what its parts say of themselves.
struct ArchiveContents {
  let kind: FileKind
  /// The part with the list of sheets, of a workbook of Office Open XML.
  var workbookPart = ""
  /// It has macros, which are never read.
  var hasMacros = false

  init(_ package: Package) throws(Package.Failure) {
    if package.archive.has(ContentTypes.part) {
      self = try ArchiveContents(openXML: package)
    } else {
      kind = ArchiveContents.openDocumentKind(package)
    }
  }

  private init(openXML package: Package) throws(Package.Failure) {
    let part = try package.relationships(of: "").first("officeDocument") ?? ""
    let type = try ContentTypes(package).type(of: part) ?? ""
    kind = ArchiveContents.openXMLKind(type)
    workbookPart = part
    hasMacros = type.contains("macroEnabled")
  }

  private static func openXMLKind(_ type: String) -> FileKind {
    let workbooks = [
      "spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml",
      "ms-excel.sheet.macroEnabled.main+xml", "ms-excel.template.macroEnabled.main+xml",
    ]
    if workbooks.contains(where: { type.hasSuffix($0) }) { return .openXML }
    if type.contains("sheet.binary") { return .binaryOpenXML }
    let others = ["wordprocessingml", "presentationml", "ms-word", "ms-powerpoint", "visio"]
    return others.contains { type.contains($0) } ? .otherDocument : .archive
  }

  /// An OpenDocument file begins with a small part that holds its type and nothing else.
  private static func openDocumentKind(_ package: Package) -> FileKind {
    let type = package.archive.part("mimetype")?.next() ?? []
    let family = "application/vnd.oasis.opendocument."
    guard type.starts(with: family.utf8) else { return .archive }
    guard type.dropFirst(family.utf8.count).starts(with: "spreadsheet".utf8) else {
      return .otherDocument
    }
    return isEncrypted(package) ? .protectedWorkbook : .openDocument
  }

  /// A password is said in the list of parts; a file without that list has none.
  private static func isEncrypted(_ package: Package) -> Bool {
    var isEncrypted = package.archive.has("encrypted-package")
    try? package.visit("META-INF/manifest.xml") { element, _ in
      if element.isNamed("encryption-data") { isEncrypted = true }
    }
    return isEncrypted
  }
}
