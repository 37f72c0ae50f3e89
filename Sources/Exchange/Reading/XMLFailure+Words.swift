import Calculator
import Programme

extension XMLFailure {
  private static let again = "Open the file in a spreadsheet program and save it again."

  /// The failure as people read it, with its place.
  func problem(_ limits: FileLimits) -> Problem {
    switch self {
    case .unreadable:
      return file("", "a file that can be read", "Check its name and who may read it.")
    case .encoding(let encoding):
      return file(
        encoding.name,
        "text in UTF-8, windows-1252, ISO-8859-1 or UTF-16 with a byte order mark",
        "Save it again in a spreadsheet program, which writes UTF-8.")
    case .tooLarge:
      return file(
        "", "at most \(limits.fileBytes / 1_048_576) MiB", "Leave out what is not needed.")
    case .badByte(let offset, let value):
      return file(
        "byte 0x\(String(value, radix: 16, uppercase: true)) at offset \(offset)",
        "characters in the encoding that the file names", XMLFailure.again)
    case .stopped(let stop): return problem(stop, limits)
    case .tooDeep(let line, let column):
      return text(
        line, column, "more", "at most \(limits.depth) elements within each other",
        XMLFailure.again)
    case .tooManyNamespaces(let line, let column):
      return text(
        line, column, "more", "at most \(limits.namespaces) namespaces at a time",
        XMLFailure.again)
    case .malformed(let line, let column, let words):
      return text(
        line, column, words, "a whole and well-formed file",
        "It may be cut off or damaged. Fetch or save it again.")
    case .textTooLong:
      return file(
        "more", "at most \(Shown.whole(limits.cellBytes)) bytes in a cell", XMLFailure.again)
    case .tooManyTexts:
      return file("more", "at most \(Shown.whole(limits.sharedTexts)) texts", XMLFailure.again)
    case .handler: return file("", "a workbook of layout 1", XMLFailure.again)
    }
  }

  private func problem(_ stop: MarkupGuard.Stop, _ limits: FileLimits) -> Problem {
    switch stop {
    case .documentType: file("a DOCTYPE", "no document type", XMLFailure.again)
    case .tagTooLong:
      file(
        "a longer tag", "tags of at most \(Shown.whole(limits.tagBytes)) bytes", XMLFailure.again)
    case .tooManyAttributes:
      file(
        "more", "at most \(Shown.whole(limits.tagAttributes)) attributes in a tag", XMLFailure.again
      )
    }
  }

  private func file(_ found: String, _ expected: String, _ mend: String) -> Problem {
    Problem(.error, at: .file, subject: "The file", found: found, expected: expected, mend: mend)
  }

  private func text(
    _ line: Int, _ column: Int, _ found: String, _ expected: String, _ mend: String
  ) -> Problem {
    Problem(
      .error, at: .text(line: line, column: column), subject: "The file", found: found,
      expected: expected, mend: mend)
  }
}

extension Package.Failure {
  /// The failure as people read it: with the part, where a place in its text is told.
  func problem(_ limits: FileLimits) -> Problem {
    switch reason {
    case .archive(let failure): return failure.problem(limits)
    case .missing:
      return Problem(
        .error, at: .file, subject: "The file", found: "", expected: "a part \(part)",
        mend: "It may be damaged. Open it in a spreadsheet program and save it again.")
    case .xml(let failure):
      // What is unpacked has its own bound, so only a part that lists others can be too large here.
      var partLimits = limits
      partLimits.fileBytes = limits.listBytes
      var problem = failure.problem(partLimits)
      problem.subject = "The part \(part)"
      return problem
    }
  }
}
