/// What kind of content the parts of a package say they have.
struct ContentTypes {
  static let part = "[Content_Types].xml"

  private var byName: [String: String] = [:]
  private var byEnding: [String: String] = [:]

  init(_ package: Package) throws(Package.Failure) {
    var names: [String: String] = [:]
    var endings: [String: String] = [:]
    try package.visit(ContentTypes.part) { element, _ in
      guard let type = element.attribute("ContentType")?.text else { return }
      if element.isNamed("Override"), let name = element.attribute("PartName") {
        names[name.text.lowercased()] = type
      } else if element.isNamed("Default"), let ending = element.attribute("Extension") {
        endings[ending.text.lowercased()] = type
      }
    }
    byName = names
    byEnding = endings
  }

  /// The type of a part; nil when nothing is said of it.
  func type(of part: String) -> String? {
    let ending = part.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return byName["/\(part)".lowercased()] ?? byEnding[ending]
  }
}
