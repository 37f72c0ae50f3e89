import CXML2

/// The schema of Concordat XML as libxml2 holds it: read once, never changed afterwards, and shared
/// by all who validate.
enum CompiledSchema {
  /// Validation contexts only read it: the regular expressions and types are complete when it is
  /// parsed.
  nonisolated(unsafe) static let shared: xmlSchemaPtr? = parse(Array(ConcordatSchema.text.utf8))

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
