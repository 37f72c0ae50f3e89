/// The namespaces of OpenDocument, as addresses in a parser's dictionary.
struct OpenDocumentNames {
  static let family = "urn:oasis:names:tc:opendocument:xmlns:"
  static let officeNamespace = "\(family)office:1.0"

  let office, table, text: XMLElement.Name?
  /// Where LibreOffice says what kind of value it really has.
  let extended: XMLElement.Name?

  init(_ stream: XMLStream) {
    office = stream.name(OpenDocumentNames.officeNamespace)
    table = stream.name("\(OpenDocumentNames.family)table:1.0")
    text = stream.name("\(OpenDocumentNames.family)text:1.0")
    extended = stream.name(
      "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0")
  }
}
