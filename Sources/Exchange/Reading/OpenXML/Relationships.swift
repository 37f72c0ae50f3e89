/// What a part of a package names, by the id it uses for it. Only names inside the archive count:
/// nothing else is ever opened.
struct Relationships {
  struct Target {
    /// The last word of its type: "worksheet", "styles".
    let kind: String
    /// The name of the part, from the root of the archive.
    let part: String
  }

  private(set) var byID: [String: Target] = [:]

  init(of part: String, in package: Package) throws(Package.Failure) {
    let folders = part.split(separator: "/").map(String.init).dropLast()
    let file = part.split(separator: "/").last.map(String.init) ?? ""
    let name = (folders + ["_rels", "\(file).rels"]).joined(separator: "/")
    var found: [String: Target] = [:]
    try package.visit(name) { element, _ in
      guard element.isNamed("Relationship"),
        element.attribute("TargetMode") == nil
          || element.attribute("TargetMode")?.equals("Internal") == true,
        let id = element.attribute("Id"), let type = element.attribute("Type"),
        let target = element.attribute("Target")
      else { return }
      found[id.text] = Target(
        kind: type.text.split(separator: "/").last.map(String.init) ?? "",
        part: Relationships.resolve(target.text, from: Array(folders)))
    }
    byID = found
  }

  /// The first target of a kind, by id so that the same file gives the same answer.
  func first(_ kind: String) -> String? {
    byID.filter { $0.value.kind == kind }.min { $0.key < $1.key }?.value.part
  }

  /// "../a" and "/a" as a name of the archive; it cannot lead out of it.
  static func resolve(_ target: String, from folders: [String]) -> String {
    var path = target.utf8.first == UInt8(ascii: "/") ? [] : folders
    for step in target.split(separator: "/") where step != "." {
      if step == ".." {
        _ = path.popLast()
      } else {
        path.append(String(step))
      }
    }
    return path.joined(separator: "/")
  }
}
