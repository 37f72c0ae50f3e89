/// What a file really is, whatever its name says.
public enum FileKind: String, Sendable, CaseIterable {
  /// An XML Spreadsheet 2003 workbook.
  case workbook
  /// An Office Open XML workbook: .xlsx, or .xlsm without its macros.
  case openXML
  /// An OpenDocument spreadsheet in an archive: .ods.
  case openDocument
  /// An OpenDocument spreadsheet in one file of XML: .fods.
  case flatOpenDocument
  /// Concordat's own XML.
  case concordatXML
  /// XML of some other vocabulary.
  case otherXML
  /// A web page or a table saved as one.
  case webPage
  /// A binary workbook of before 2007, or another compound file.
  case binaryWorkbook
  /// A workbook that opens with a password only.
  case protectedWorkbook
  /// A workbook of Office Open XML with binary sheets: .xlsb.
  case binaryOpenXML
  /// A text, a presentation or a drawing of an office program.
  case otherDocument
  /// A zip archive of something else.
  case archive
  /// One or more files packed by gzip, 7-Zip and the like.
  case packed
  /// A PDF document.
  case document
  /// Rich Text Format.
  case richText
  /// JSON.
  case json
  /// A table in the SYLK or DIF exchange formats.
  case tableExchange
  /// Lines of text, such as CSV.
  case text
  /// Nothing at all.
  case empty
  /// None of these.
  case unknown
}

extension FileKind {
  /// Whether files of this kind can hold a register.
  public var isRead: Bool { refusal == nil }

  private static let open = "Open it in a spreadsheet program and save it"

  /// Why a file of this kind is refused and what to do; nil for one that is read.
  var refusal: (found: String, mend: String)? {
    let save =
      "\(FileKind.open) as \u{201C}Excel workbook (.xlsx)\u{201D} "
      + "or \u{201C}XML Spreadsheet 2003\u{201D}."
    let source = "Choose the workbook it was made from."
    return switch self {
    case .workbook, .openXML, .openDocument, .flatOpenDocument, .concordatXML: nil
    case .otherXML: ("XML of another kind", save)
    case .webPage: ("a web page, whatever its name says", save)
    case .binaryWorkbook: ("a binary workbook (.xls)", save)
    case .protectedWorkbook: ("a workbook with a password", "\(FileKind.open) without a password.")
    case .binaryOpenXML: ("a binary workbook (.xlsb)", save)
    case .otherDocument: ("a document of another office program", source)
    case .archive: ("a zip archive of something else", "Unpack it and choose the workbook in it.")
    case .packed: ("a packed file", "Unpack it and choose the workbook in it.")
    case .document: ("a PDF document", source)
    case .richText: ("a document in Rich Text Format", source)
    case .json: ("JSON", source)
    case .tableExchange: ("a table in an exchange format (SYLK or DIF)", save)
    case .text: ("plain text, perhaps CSV", save)
    case .empty: ("an empty file", "Choose the file again; it may not have been saved.")
    case .unknown: ("data of an unknown kind", save)
    }
  }
}
