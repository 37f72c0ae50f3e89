import CXML2
import Foundation

/// The schema of Concordat XML as libxml2 holds it: read once from the file that comes with the
/// program, never changed afterwards, and shared by all who validate.
enum CompiledSchema {
  /// The text of the schema that comes with the program; empty when it was installed without.
  static let bytes: [UInt8] = {
    let file = Bundle.module.url(
      forResource: "concordat-benefits-1", withExtension: "xsd", subdirectory: "Schemas")
    return file.flatMap { try? Data(contentsOf: $0) }.map(Array.init) ?? []
  }()

  /// Validation contexts only read it: the regular expressions and types are complete when it is
  /// parsed.
  nonisolated(unsafe) static let shared: xmlSchemaPtr? = parse(bytes)

  private static func parse(_ bytes: [UInt8]) -> xmlSchemaPtr? {
    LibXML.start()
    return bytes.withUnsafeBytes { buffer in
      guard let base = buffer.bindMemory(to: CChar.self).baseAddress,
        let parser = xmlSchemaNewMemParserCtxt(base, Int32(buffer.count))
      else { return nil }
      defer { xmlSchemaFreeParserCtxt(parser) }
      xmlSchemaSetParserStructuredErrors(parser, { _, _ in }, nil)
      return xmlSchemaParse(parser)
    }
  }
}
