import Calculator
import Programme

/// Concordat's own format: everything a register holds, in XML that its schema describes.
public enum ConcordatXML {
  /// The namespace of its elements.
  public static let namespace = ConcordatVocabulary.namespace
  /// The engine whose results a document carries.
  public static let engine = EngineVersion.current

  /// What was to be written is not valid by the schema; the register must be mended first.
  public struct Invalid: Error {
    /// What is wrong, with places in the document.
    public let problems: [Problem]
  }

  /// The document of a register: the same register always gives the same bytes.
  ///
  /// - Parameters:
  ///   - figures: the register's own results, or nil to leave them out.
  ///   - codes: official codes of councils by their names, where they are known.
  /// - Throws: ``Invalid`` when the schema does not allow what the register holds.
  public static func write(
    _ register: Register, figures: Figures<Exact>?, codes: [String: CouncilCode] = [:]
  ) throws(Invalid) -> [UInt8] {
    var writer = ConcordatXMLWriter(register, codes: codes)
    let bytes = Array(writer.written(figures).utf8)
    let problems = validate(bytes)
    guard problems.isEmpty else { throw Invalid(problems: problems) }
    return bytes
  }

  /// What the schema finds wrong with a document, without reading it into a register.
  public static func validate(_ bytes: [UInt8]) -> [Problem] {
    var limits = FileLimits()
    limits.fileBytes = .max
    let source = ByteSource(bytes)
    guard let head = source.next(), let encoding = try? TextEncoding.detect(head) else {
      return [XMLFailure.unreadable.problem(limits)]
    }
    let stream = XMLStream(head: head, of: source, encoding: encoding, limits: limits)
    let check = SchemaCheck(stream)
    let failure = stream.parse(check)
    return (failure.map { [$0.problem(limits)] } ?? []) + check.faults.map(\.problem)
  }
}
