import Calculator
import Foundation
import Programme

/// Walks through a document of Concordat XML beside its elements, and hands every record on as soon
/// as it ends. The schema looks on; what it alone finds is told too.
final class ConcordatXMLReader: XMLHandler {
  private let stream: XMLStream
  private let limits: FileLimits
  private let schema: SchemaCheck
  private let content = ConcordatContent()

  /// The elements that are open; nil inside one that nobody knows.
  private var path: [ConcordatElement?] = []
  private var records: [OpenRecord] = []
  private var bytes: [UInt8] = []
  private var textPlace = Problem.Place.file
  private var faultyRecords = 0
  /// A document with more records that cannot be read is not read to its end.
  private static let faultyRecordsLimit = 10 * RecordLimit.problemsListed

  init(_ stream: XMLStream, limits: FileLimits) {
    self.stream = stream
    self.limits = limits
    schema = SchemaCheck(stream)
  }

  // MARK: events

  func start(_ tag: XMLElement) {
    schema.start(tag)
    bytes.removeAll(keepingCapacity: true)
    let name = String(cString: tag.name)
    let element =
      path.isEmpty ? ConcordatVocabulary.programme : path.last?.flatMap { $0.child(name) }
    guard let element, isOurs(tag) else { return skip(name) }
    path.append(element)
    textPlace = stream.place
    if let kind = element.kind {
      var record = OpenRecord(kind, at: textPlace, line: stream.line)
      record.attributes = ConcordatXMLReader.attributes(of: tag)
      records.append(record)
    }
    if element.isMoney { checkPrices(ConcordatXMLReader.attributes(of: tag)) }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard bytes.count + text.count <= limits.cellBytes else {
      tell(
        .error, found: "more",
        expected: "at most \(Shown.whole(limits.cellBytes)) bytes of text in an element",
        mend: "Shorten it.")
      return stream.fail(.handler)
    }
    schema.text(text)
    bytes.append(contentsOf: text)
  }

  func end() {
    schema.end()
    guard let element = path.popLast() ?? nil else { return }
    if let field = element.field, !records.isEmpty {
      let text = String(decoding: bytes, as: UTF8.self)
      records[records.count - 1].take(text, as: field, at: textPlace)
    }
    bytes.removeAll(keepingCapacity: true)
    guard element.kind != nil, let record = records.popLast() else { return }
    guard !take(record) else { return }
    schema.takeBack(fromLine: record.line)
    faultyRecords += 1
    if faultyRecords > ConcordatXMLReader.faultyRecordsLimit { stream.fail(.handler) }
  }

  private func take(_ record: OpenRecord) -> Bool {
    guard records.isEmpty else { return content.take(record, inside: &records[records.count - 1]) }
    return content.finish(record)
  }

  /// An element that is not of the vocabulary: told once, with all that is inside it.
  private func skip(_ name: String) {
    let isInsideUnknown = path.last.map { $0 == nil } ?? false
    path.append(nil)
    guard !isInsideUnknown else { return }
    tell(
      .error, found: name, expected: "an element of Concordat XML",
      mend: "Remove it, or correct its name or place.")
    schema.takeBack(fromLine: stream.line)
  }

  private func isOurs(_ tag: XMLElement) -> Bool {
    tag.namespace.map { strcmp(UnsafeRawPointer($0), ConcordatVocabulary.namespace) == 0 } ?? false
  }

  /// libxml2 hands out "&" in an attribute as "&#38;".
  private static func attributes(of tag: XMLElement) -> [String: String] {
    var attributes: [String: String] = [:]
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index), attribute.namespace == nil else { continue }
      let text = attribute.text
      attributes[String(cString: attribute.name)] =
        text.utf8.contains(UInt8(ascii: "&")) ? text.replacing("&#38;", with: "&") : text
    }
    return attributes
  }

  // MARK: amounts

  /// Amounts at other prices than the register's cannot stand beside its own.
  private func checkPrices(_ attributes: [String: String]) {
    guard let head = records.first, let basis = attributes["basis"] else { return }
    let own = ConcordatPrices(basis: head.texts["priceBase"] ?? "", year: head.texts["baseYear"])
    let here = ConcordatPrices(basis: basis, year: attributes["priceYear"])
    guard own != here else { return }
    tell(
      .error, found: here.words, expected: "an amount at the prices of the register (\(own.words))",
      mend: "Convert the amount, or correct the price base and base year.")
  }

  private func tell(_ severity: Problem.Severity, found: String, expected: String, mend: String) {
    content.problems.add(
      Problem(
        severity, at: stream.place, subject: "The file", found: found, expected: expected,
        mend: mend))
  }

  // MARK: the end

  /// What was read, once the stream has ended well.
  func finish() -> (register: Register?, carried: CarriedFigures) {
    content.compareResults()
    for fault in schema.faults { content.problems.add(fault.problem) }
    return (content.problems.hasErrors ? nil : content.register, content.carried)
  }

  /// Every problem so far.
  var problems: ProblemList { content.problems }

  /// Where the records stand.
  var places: PlaceIndex { content.places }

  /// The official codes of councils that the document gives.
  var councilCodes: [String: CouncilCode] { content.codes }
}
