/// The kinds of file that may support a benefit: a short list, decided by what a file holds and not
/// by its name.
public enum EvidenceKind: String, CaseIterable, Sendable {
  case pdf, png, jpeg, word, excel, powerPoint, openText, openSpreadsheet, openPresentation, text

  /// What people call it.
  public var words: String {
    switch self {
    case .pdf: "PDF document"
    case .png: "PNG image"
    case .jpeg: "JPEG image"
    case .word: "Word document"
    case .excel: "Excel workbook"
    case .powerPoint: "PowerPoint presentation"
    case .openText: "OpenDocument text"
    case .openSpreadsheet: "OpenDocument spreadsheet"
    case .openPresentation: "OpenDocument presentation"
    case .text: "Plain text"
    }
  }

  /// The endings that its names may have; the first is given to a name that has none of them.
  public var extensions: [String] {
    switch self {
    case .pdf: ["pdf"]
    case .png: ["png"]
    case .jpeg: ["jpg", "jpeg"]
    case .word: ["docx"]
    case .excel: ["xlsx"]
    case .powerPoint: ["pptx"]
    case .openText: ["odt"]
    case .openSpreadsheet: ["ods"]
    case .openPresentation: ["odp"]
    case .text: ["txt", "csv", "md"]
    }
  }

  /// The media type that it is handed out with.
  public var mediaType: String {
    let office = "application/vnd.openxmlformats-officedocument"
    let open = "application/vnd.oasis.opendocument"
    return switch self {
    case .pdf: "application/pdf"
    case .png: "image/png"
    case .jpeg: "image/jpeg"
    case .word: "\(office).wordprocessingml.document"
    case .excel: "\(office).spreadsheetml.sheet"
    case .powerPoint: "\(office).presentationml.presentation"
    case .openText: "\(open).text"
    case .openSpreadsheet: "\(open).spreadsheet"
    case .openPresentation: "\(open).presentation"
    case .text: "text/plain; charset=utf-8"
    }
  }

  /// The name with an ending that does not lie about the content: "plan.exe" that holds plain text
  /// is "plan.exe.txt".
  public func honest(name given: String) -> String {
    let name = String(given.unicodeScalars.suffix(EvidenceLimit.nameCharacters))
    let ending = name.lowercased().split(separator: ".", omittingEmptySubsequences: false).last
    if let ending, extensions.contains(String(ending)), name.contains(".") { return name }
    return "\(name).\(extensions.first ?? "bin")"
  }

  /// Every ending, for choosing a file: ".pdf,.png".
  public static var accepted: String {
    allCases.flatMap(\.extensions).map { ".\($0)" }.joined(separator: ",")
  }
}

/// The limits of evidence, by name, in one place.
public enum EvidenceLimit {
  /// One file.
  public static let fileBytes = 10 * 1_024 * 1_024
  /// One file with the fields that are sent along.
  public static let requestBytes = fileBytes + 128 * 1_024
  /// The files of one benefit, those that were removed not counted.
  public static let files = 50
  /// All files of one benefit together; removed ones count, since they are kept.
  public static let benefitBytes = 100 * 1_024 * 1_024
  /// The characters of a name, its ending not counted.
  public static let nameCharacters = 100
}
