import Programme
import Store

/// Why a file is not attached.
enum EvidenceRefusal {
  static let nothing = of("file", "a file", "Choose a file that has something in it.")
  static let size = of(
    "file", "a smaller file",
    "Choose a file of at most \(FileSize.words(EvidenceLimit.fileBytes)).")
  static let kind = of(
    "file", "another kind of file",
    "Choose a PDF, a PNG or JPEG image, an office document (.docx, .xlsx, .pptx, .odt, .ods, "
      + ".odp) without macros, or plain text.")
  static let support = of("supports", "one of the choices", "Choose what it supports.")

  private static func of(_ field: String, _ expected: String, _ mend: String) -> Refusal {
    let problem = Problem(
      .error, at: .field(field), subject: field == "file" ? "File" : "What it supports",
      found: "", expected: expected, mend: mend)
    return .invalid([problem])
  }
}
