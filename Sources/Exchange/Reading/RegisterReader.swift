import Programme

/// Reads one file, whatever it turns out to be.
struct RegisterReader {
  private let matches: HeadingMatches
  private let limits: FileLimits

  init(_ matches: HeadingMatches, _ limits: FileLimits) {
    self.matches = matches
    self.limits = limits
  }

  /// Goes by what the bytes show, never by a name.
  func read(_ source: ByteSource) -> ImportedFile {
    guard let head = source.next() else { return RegisterReader.refused(.unknown, .unreadable) }
    let kind = FileKind.sniff(head)
    switch kind {
    case .archive: return readArchive(source)
    case .binaryWorkbook:
      return RegisterReader.refused(source.isProtected(after: head) ? .protectedWorkbook : kind)
    case .document, .packed: return RegisterReader.refused(kind)
    default: return readText(source, head, kind)
    }
  }

  // MARK: text and XML

  /// An encoding that is not read is said by name, before anything else about the text.
  private func readText(_ source: ByteSource, _ head: [UInt8], _ kind: FileKind) -> ImportedFile {
    do {
      let finding = try TextEncoding.detect(head)
      guard kind == .workbook else { return RegisterReader.refused(kind) }
      return readXML(XMLStream(head: head, of: source, encoding: finding, limits: limits))
    } catch { return RegisterReader.refused(kind, .encoding(error)) }
  }

  private func readXML(_ stream: XMLStream) -> ImportedFile {
    let reading = LayoutReading(matches)
    let document = ConcordatReading(limits)
    let roots = RootReader(
      stream,
      [
        document.vocabulary, SpreadsheetReader.vocabulary(limits, to: reading.rows),
        OpenDocumentReader.vocabulary(
          .flatOpenDocument, root: "document", limits, to: reading.rows),
      ])
    let failure = stream.parse(roots)
    let kind = roots.kind ?? .workbook
    guard kind.isRead else { return RegisterReader.refused(kind) }
    if kind == .concordatXML { return document.finish(failure) }
    return finish(reading, kind, failure)
  }

  private func finish(
    _ reading: LayoutReading, _ kind: FileKind, _ failure: XMLFailure?
  ) -> ImportedFile {
    switch failure {
    case nil: reading.whole(kind)
    case .handler: reading.broken(kind)
    case let failure?: reading.broken(kind, failure.problem(limits))
    }
  }

  // MARK: archives

  private func readArchive(_ source: ByteSource) -> ImportedFile {
    let package: Package
    do { package = Package(try Archive(source, limits), limits) } catch {
      return RegisterReader.refused(.archive, error.problem(limits))
    }
    do {
      let contents = try ArchiveContents(package)
      switch contents.kind {
      case .openXML: return readOpenXML(package, contents)
      case .openDocument: return readOpenDocument(package)
      default: return RegisterReader.refused(contents.kind)
      }
    } catch { return RegisterReader.refused(.archive, error.problem(limits)) }
  }

  private func readOpenXML(_ package: Package, _ contents: ArchiveContents) -> ImportedFile {
    let reading = LayoutReading(matches)
    let workbook = OpenXMLWorkbook(package, part: contents.workbookPart, to: reading.rows)
    do { try workbook.read() } catch { return reading.broken(.openXML, error.problem(limits)) }
    if workbook.isCutShort { return reading.broken(.openXML) }
    return reading.whole(.openXML, notes: contents.hasMacros ? [Self.macrosLeftOut] : [])
  }

  private func readOpenDocument(_ package: Package) -> ImportedFile {
    let reading = LayoutReading(matches)
    let content = OpenDocumentReader.vocabulary(
      .openDocument, root: "document-content", limits, to: reading.rows)
    var roots: RootReader?
    do {
      _ = try package.read("content.xml") { stream in
        let reader = RootReader(stream, [content])
        roots = reader
        return reader
      }
    } catch {
      if let kind = roots?.kind, !kind.isRead { return RegisterReader.refused(kind) }
      return reading.broken(.openDocument, error.isByHandler ? nil : error.problem(limits))
    }
    return reading.whole(.openDocument)
  }

  private static let macrosLeftOut = Problem(
    .note, at: .file, subject: "The file", found: "macros", expected: "a workbook without macros",
    mend: "The macros are not read; the values last stored are.")

  // MARK: refusals

  /// What is said of a file that is no workbook.
  static func refused(_ kind: FileKind, _ failure: XMLFailure) -> ImportedFile {
    refused(kind, failure.problem(FileLimits()))
  }

  private static func refused(_ kind: FileKind) -> ImportedFile {
    let words = kind.refusal ?? ("data of an unknown kind", "Choose another file.")
    let problem = Problem(
      .error, at: .file, subject: "The file", found: words.found,
      expected: "a calculator workbook", mend: words.mend)
    return refused(kind, problem)
  }

  private static func refused(_ kind: FileKind, _ problem: Problem) -> ImportedFile {
    ImportedFile(register: nil, problems: [problem], carried: CarriedFigures(), kind: kind)
  }
}
