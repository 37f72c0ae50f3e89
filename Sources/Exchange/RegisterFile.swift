import Programme

/// What came of reading a file: a register when nothing was wrong with it, and every problem.
public struct ImportedFile: Sendable {
  /// The register; nil when a problem is an error.
  public let register: Register?
  /// All problems, in the order in which they were found.
  public let problems: [Problem]
  /// The results that the file worked out for itself.
  public let carried: CarriedFigures
  /// What the file really is.
  public let kind: FileKind
  /// The headings of its sheets, as far as somebody may have a say in what they mean.
  public internal(set) var headings: [SheetHeadings] = []

  /// Headings of columns that Concordat does not know, kept with each benefit.
  public var additionalColumns: [String] {
    Set(register?.benefits.flatMap { $0.additional.keys } ?? []).sorted()
  }

  /// Whether something stands against using the file.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Reads registers from files that people send, which are not to be trusted.
public enum RegisterFile {
  /// Reads a file that is in memory, an upload; `matches` says what a council's own headings mean.
  public static func read(
    _ bytes: [UInt8], matches: HeadingMatches = HeadingMatches(), limits: FileLimits = FileLimits()
  ) -> ImportedFile {
    read(ByteSource(bytes), matches, limits)
  }

  /// Reads a file on disc, a piece at a time: memory does not grow with the file.
  public static func read(
    path: String, matches: HeadingMatches = HeadingMatches(), limits: FileLimits = FileLimits()
  ) -> ImportedFile {
    guard let source = ByteSource(path: path) else { return refused(.unknown, .unreadable) }
    return read(source, matches, limits)
  }

  private static func read(
    _ source: ByteSource, _ matches: HeadingMatches, _ limits: FileLimits
  ) -> ImportedFile {
    guard let head = source.next() else { return refused(.unknown, .unreadable) }
    let kind = FileKind.sniff(head)
    let finding: TextEncoding.Finding
    do { finding = try TextEncoding.detect(head) } catch {
      return refused(kind, problem(of: error))
    }
    guard kind == .workbook else { return refused(kind) }
    let stream = XMLStream(head: head, of: source, encoding: finding, limits: limits)
    let layout = Layout1Reader(matches)
    let pipeline = RowPipeline(to: layout)
    let reader = SpreadsheetReader(stream, limits: limits, to: pipeline)
    let failure = stream.parse(reader)
    pipeline.finish()
    if reader.isWorkbook == false { return refused(.otherXML) }
    if let failure, failure != .handler {
      return refused(.workbook, failure.problem(limits), after: layout.problems)
    }
    let (register, carried) = failure == nil ? layout.finish() : (nil, CarriedFigures())
    return ImportedFile(
      register: register, problems: layout.problems.listed, carried: carried, kind: .workbook,
      headings: layout.headings)
  }

  // MARK: refusals

  private static func refused(_ kind: FileKind) -> ImportedFile {
    let words = kind.refusal ?? ("data of an unknown kind", "Choose another file.")
    return refused(
      kind,
      Problem(
        .error, at: .file, subject: "The file", found: words.found,
        expected: "a calculator workbook", mend: words.mend))
  }

  private static func refused(_ kind: FileKind, _ failure: XMLFailure) -> ImportedFile {
    refused(kind, failure.problem(FileLimits()))
  }

  /// The reason comes first; what was found before it may help to mend the file.
  private static func refused(
    _ kind: FileKind, _ problem: Problem, after earlier: ProblemList = ProblemList()
  ) -> ImportedFile {
    ImportedFile(
      register: nil, problems: [problem] + earlier.listed, carried: CarriedFigures(), kind: kind)
  }

  private static func problem(of encoding: UnknownEncoding) -> Problem {
    Problem(
      .error, at: .file, subject: "The file", found: encoding.name,
      expected: "text in UTF-8, windows-1252, ISO-8859-1 or UTF-16 with a byte order mark",
      mend: "Save it again in a spreadsheet program, which writes UTF-8.")
  }
}

extension XMLFailure {
  /// The failure as people read it, with its place.
  func problem(_ limits: FileLimits) -> Problem {
    let again = "Open the file in a spreadsheet program and save it again."
    func file(_ found: String, _ expected: String, _ mend: String) -> Problem {
      Problem(
        .error, at: .file, subject: "The file", found: found, expected: expected, mend: mend)
    }
    switch self {
    case .unreadable:
      return file("", "a file that can be read", "Check its name and who may read it.")
    case .tooLarge:
      return file(
        "", "at most \(limits.fileBytes / 1_048_576) MiB", "Leave out what is not needed.")
    case .badByte(let offset, let value):
      return file(
        "byte 0x\(String(value, radix: 16, uppercase: true)) at offset \(offset)",
        "characters in the encoding that the file names", again)
    case .stopped(.documentType):
      return file("a DOCTYPE", "no document type", again)
    case .stopped(.tagTooLong):
      return file("a longer tag", "tags of at most \(limits.tagBytes) bytes", again)
    case .stopped(.tooManyAttributes):
      return file("more", "at most \(limits.tagAttributes) attributes in a tag", again)
    case .tooDeep(let line, let column):
      return Problem(
        .error, at: .text(line: line, column: column), subject: "The file", found: "more",
        expected: "at most \(limits.depth) elements within each other", mend: again)
    case .malformed(let line, let column, let words):
      return Problem(
        .error, at: .text(line: line, column: column), subject: "The file", found: words,
        expected: "a whole and well-formed file",
        mend: "It may be cut off or damaged. Fetch or save it again.")
    case .handler: return file("", "a workbook of layout 1", again)
    }
  }
}
