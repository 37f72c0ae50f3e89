/// The namespaces of a workbook's parts: the common form and the strict one.
struct OpenXMLNames {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let strictRelationships =
    "http://purl.oclc.org/ooxml/officeDocument/relationships"

  private let main, strictMain: XMLElement.Name?
  private let relationships, strictRelationships: XMLElement.Name?

  init(_ stream: XMLStream) {
    main = stream.name(OpenXMLNames.main)
    strictMain = stream.name(OpenXMLNames.strictMain)
    relationships = stream.name(OpenXMLNames.relationships)
    strictRelationships = stream.name(OpenXMLNames.strictRelationships)
  }

  func isOurs(_ element: XMLElement) -> Bool {
    element.namespace == main || element.namespace == strictMain
  }

  /// The id by which an element names another part.
  func relationship(_ element: XMLElement) -> String? {
    element.attribute("id", in: relationships, or: strictRelationships)?.text
  }
}
