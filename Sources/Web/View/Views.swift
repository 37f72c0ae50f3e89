import Foundation

/// The templates, read once when the server starts.
struct Views: Sendable {
  /// Why the templates cannot be used.
  enum Failure: Error, CustomStringConvertible {
    case unreadable(String)
    case malformed(name: String, reason: String)

    var description: String {
      switch self {
      case .unreadable(let folder): "no templates can be read from \(folder)"
      case .malformed(let name, let reason): "template \(name): \(reason)"
      }
    }
  }

  private let templates: [String: Template]
  /// The text of each template by name, as it stands in its file.
  let sources: [String: String]

  /// Reads every `.mustache` file below a folder; a template is named by its path without ending.
  init(folder: String) throws {
    sources = try Views.read(folder)
    var templates: [String: Template] = [:]
    for (name, source) in sources {
      do {
        templates[name] = try Template(source)
      } catch {
        throw Failure.malformed(name: name, reason: error.description)
      }
    }
    self.templates = templates
  }

  /// The whole HTML document of a page.
  func render<P: Page>(_ page: P, in shell: Shell) -> String {
    render(P.template, from: page, frame: Frame(page, in: shell))
  }

  /// The text of a template filled from a struct.
  func render(_ template: String, from part: any Part, frame: any Part) -> String {
    var rendering = Rendering(templates: templates, shell: frame)
    rendering.write(template, from: part)
    return String(decoding: rendering.html, as: UTF8.self)
  }

  private static func read(_ folder: String) throws -> [String: String] {
    let folder = URL(filePath: folder).resolvingSymlinksInPath().path
    guard let paths = FileManager.default.enumerator(atPath: folder) else {
      throw Failure.unreadable(folder)
    }
    var sources: [String: String] = [:]
    while let path = paths.nextObject() as? String {
      guard path.hasSuffix(suffix) else { continue }
      let source = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
      sources[String(path.dropLast(suffix.count))] = source
    }
    guard !sources.isEmpty else { throw Failure.unreadable(folder) }
    return sources
  }

  private static let suffix = ".mustache"
}
