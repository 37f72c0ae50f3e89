/// An archive of Office Open XML: parts of XML that name each other by relationships.
struct Package {
  /// Why a part is not read, and which.
  struct Failure: Error {
    enum Reason {
      case missing
      case xml(XMLFailure)
      case archive(ArchiveFailure)
    }

    let part: String
    let reason: Reason

    /// The handler had enough; it has told why.
    var isByHandler: Bool {
      if case .xml(.handler) = reason { true } else { false }
    }
  }

  let archive: Archive
  let limits: FileLimits

  init(_ archive: Archive, _ limits: FileLimits) {
    self.archive = archive
    self.limits = limits
  }

  /// Reads a part to its end with a handler made for its stream. The limits hold for the archive as
  /// a whole, so that a part may be as large as all of them.
  func read<Handler: XMLHandler>(
    _ part: String, mostBytes: Int? = nil, with handler: (XMLStream) -> Handler
  ) throws(Failure) -> Handler {
    guard let source = archive.part(part) else { throw Failure(part: part, reason: .missing) }
    var partLimits = limits
    partLimits.fileBytes = mostBytes ?? limits.inflatedBytes
    do throws(XMLFailure) {
      let stream = try XMLStream.open(source, partLimits)
      let reader = handler(stream)
      if let failure = stream.parse(reader) { throw failure }
      return reader
    } catch {
      throw Failure(part: part, reason: archive.failure.map { .archive($0) } ?? .xml(error))
    }
  }

  /// Reads a part that lists others, element by element.
  func visit(
    _ part: String, _ visit: @escaping (XMLElement, XMLStream) -> Void
  ) throws(Failure) {
    _ = try read(part, mostBytes: limits.listBytes) { stream in
      ElementVisitor { visit($0, stream) }
    }
  }

  /// The relationships of a part; "" for those of the package.
  func relationships(of part: String) throws(Failure) -> Relationships {
    try Relationships(of: part, in: self)
  }
}
