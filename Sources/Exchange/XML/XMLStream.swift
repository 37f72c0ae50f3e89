import CXML2
import Foundation
import Programme

/// Why an XML file was not read to its end.
enum XMLFailure: Error, Equatable {
  case unreadable
  case encoding(UnknownEncoding)
  case tooLarge
  case badByte(offset: Int, value: UInt8)
  case stopped(MarkupGuard.Stop)
  case tooDeep(line: Int, column: Int)
  case tooManyNamespaces(line: Int, column: Int)
  case malformed(line: Int, column: Int, words: String)
  /// The texts that cells share: one that no cell may hold, or more than a workbook may have.
  case textTooLong
  case tooManyTexts
  /// The handler had enough; it knows why.
  case handler
}

/// Reads one XML document in constant memory: bytes are made UTF-8, looked at by the
/// ``MarkupGuard`` and only then shown to libxml2, which builds no tree, loads nothing and
/// declares no entities.
final class XMLStream {
  private let source: ByteSource
  private let limits: FileLimits
  private var head: [UInt8]
  private var transcoder: Transcoder
  private var markup: MarkupGuard
  private var context: xmlParserCtxtPtr?
  private var handler: (any XMLHandler)?

  /// UTF-8 that the parser has not taken yet.
  private var pending: [UInt8] = []
  private var taken = 0
  private var bytesRead = 0
  private var isAtEnd = false
  /// How many namespaces each open element declares, and all of them together.
  private var declared: [Int] = []
  private var namespaces = 0
  private var linesBefore = 0
  private(set) var failure: XMLFailure?
  /// How much of the document the parser has seen.
  private(set) var shownBytes = 0

  /// A stream whose first piece was already taken from the source, to find its encoding.
  init(head: [UInt8], of source: ByteSource, encoding: TextEncoding.Finding, limits: FileLimits) {
    self.source = source
    self.limits = limits
    self.head = Array(head.dropFirst(encoding.leadBytes))
    bytesRead = head.count
    linesBefore = head.prefix(encoding.leadBytes).count { $0 == 0x0A }
    transcoder = Transcoder(encoding.encoding, offset: encoding.leadBytes)
    markup = MarkupGuard(limits)
    LibXML.start()
    var callbacks = XMLStream.callbacks
    context = xmlCreateIOParserCtxt(
      &callbacks, Unmanaged.passUnretained(self).toOpaque(),
      { XMLStream.from($0)?.fill($1, $2) ?? -1 }, { _ in 0 },
      Unmanaged.passUnretained(self).toOpaque(), XML_CHAR_ENCODING_UTF8)
    let options = XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue
    if let context { xmlCtxtUseOptions(context, Int32(options)) }
  }

  deinit {
    if let context { xmlFreeParserCtxt(context) }
  }

  /// A stream from the first byte of a source.
  static func open(_ source: ByteSource, _ limits: FileLimits) throws(XMLFailure) -> XMLStream {
    guard let head = source.next() else { throw .unreadable }
    do {
      let encoding = try TextEncoding.detect(head)
      return XMLStream(head: head, of: source, encoding: encoding, limits: limits)
    } catch { throw .encoding(error) }
  }

  /// The dictionary's own copy of a name, for comparing by address.
  func name(_ word: String) -> XMLElement.Name? {
    guard let context else { return nil }
    return xmlDictLookup(context.pointee.dict, word, Int32(word.utf8.count))
  }

  /// Reads to the end or to the first failure.
  func parse(_ handler: any XMLHandler) -> XMLFailure? {
    guard let context else { return .unreadable }
    self.handler = handler
    defer { self.handler = nil }
    let result = xmlParseDocument(context)
    if failure == nil, result != 0 || context.pointee.wellFormed == 0 {
      fail(.malformed(line: line, column: 1, words: "it is not well-formed XML"))
    }
    return failure
  }

  /// Lets another handler take all further events.
  func handOver(to handler: any XMLHandler) { self.handler = handler }

  /// Stops at once; the first failure stands.
  func fail(_ reason: XMLFailure) {
    if failure == nil { failure = reason }
    if let context { xmlStopParser(context) }
  }

  /// The line the parser is in, from 1.
  var line: Int { linesBefore + Int(context.map { xmlSAX2GetLineNumber($0) } ?? 1) }
  /// The column the parser is in, from 1.
  var column: Int { Int(context.map { xmlSAX2GetColumnNumber($0) } ?? 1) }

  // MARK: bytes for the parser

  /// libxml2 asks for bytes: how many it got, 0 at the end, -1 for a failure.
  private func fill(_ buffer: UnsafeMutablePointer<CChar>?, _ wanted: Int32) -> Int32 {
    guard let buffer, failure == nil else { return -1 }
    while taken == pending.count {
      guard !isAtEnd else { return 0 }
      do { try more() } catch {
        failure = error
        return -1
      }
    }
    let count = min(Int(wanted), pending.count - taken)
    pending.withUnsafeBytes { bytes in
      UnsafeMutableRawPointer(buffer).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: bytes[taken..<taken + count]).baseAddress
          ?? UnsafeRawPointer(buffer), byteCount: count)
    }
    taken += count
    shownBytes += count
    return Int32(count)
  }

  private func more() throws(XMLFailure) {
    var piece = head
    head = []
    if piece.isEmpty {
      guard let next = source.next() else { throw .unreadable }
      piece = next
      bytesRead += piece.count
    }
    guard bytesRead <= limits.fileBytes else { throw .tooLarge }
    isAtEnd = piece.isEmpty
    do {
      pending = try transcoder.decode(piece)
      if isAtEnd { try transcoder.finish() }
    } catch { throw .badByte(offset: error.offset, value: error.value) }
    taken = 0
    var guarded = markup
    var stop: MarkupGuard.Stop?
    pending.withUnsafeBufferPointer { bytes in
      do throws(MarkupGuard.Stop) { try guarded.look(at: bytes) } catch { stop = error }
    }
    markup = guarded
    if let stop { throw .stopped(stop) }
  }

  // MARK: events from the parser

  private static func from(_ pointer: UnsafeMutableRawPointer?) -> XMLStream? {
    pointer.map { Unmanaged<XMLStream>.fromOpaque($0).takeUnretainedValue() }
  }

  private func started(_ element: XMLElement, declaring count: Int) {
    declared.append(count)
    namespaces += count
    if declared.count > limits.depth { return fail(.tooDeep(line: line, column: column)) }
    if namespaces > limits.namespaces {
      return fail(.tooManyNamespaces(line: line, column: column))
    }
    if failure == nil { handler?.start(element) }
  }

  private func ended() {
    namespaces -= declared.popLast() ?? 0
    if failure == nil { handler?.end() }
  }

  private func met(_ error: UnsafeMutablePointer<xmlError>) {
    guard error.pointee.level != XML_ERR_WARNING, failure == nil else { return }
    // Namespace errors do not stop libxml2 by themselves; nothing is guessed here.
    let words = error.pointee.message.map { String(cString: $0) } ?? "it is not well-formed"
    fail(
      .malformed(
        line: linesBefore + Int(error.pointee.line), column: Int(error.pointee.int2),
        words: TrimmedText.of(words)))
  }

  private static var callbacks: xmlSAXHandler {
    var handler = xmlSAXHandler()
    handler.initialized = XMLStream.secondVersion
    handler.startElementNs = { context, name, _, namespace, declared, _, count, _, attributes in
      guard let name else { return }
      XMLStream.from(context)?.started(
        XMLElement(
          name: name, namespace: namespace, attributes: attributes, attributeCount: Int(count)),
        declaring: Int(declared))
    }
    handler.endElementNs = { context, _, _, _ in XMLStream.from(context)?.ended() }
    handler.characters = { context, bytes, count in
      guard let stream = XMLStream.from(context), stream.failure == nil else { return }
      stream.handler?.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
    handler.internalSubset = { context, _, _, _ in
      XMLStream.from(context)?.fail(.stopped(.documentType))
    }
    handler.serror = { context, error in
      if let error { XMLStream.from(context)?.met(error) }
    }
    return handler
  }

  /// What tells libxml2 that the callbacks are of its second version (XML_SAX2_MAGIC).
  private static let secondVersion: UInt32 = 0xDEED_BEAF
}

/// What libxml2 needs once in a process.
enum LibXML {
  /// Initialises the library, and refuses every file and address that a document may name.
  static func start() { _ = ready }

  private static let ready: Bool = {
    xmlInitParser()
    xmlSetExternalEntityLoader { _, _, _ in nil }
    return true
  }()
}
