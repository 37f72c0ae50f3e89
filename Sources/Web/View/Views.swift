import Foundation
import Mustache

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

  private let library: MustacheLibrary
  /// The text of each template by name, as it stands in its file.
  let sources: [String: String]

  /// Reads every `.mustache` file below a folder; a template is named by its path without ending.
  init(folder: String) throws {
    MustacheContentTypes.register(Escaper(), named: Escaper.name)
    sources = try Views.read(folder)
    var library = MustacheLibrary()
    for (name, source) in sources {
      do {
        try library.register(Escaper.pragma + Views.squeezed(source), named: name)
      } catch {
        throw Failure.malformed(name: name, reason: "\(error)")
      }
    }
    self.library = library
  }

  /// The whole HTML document of a page.
  func render<P: Page>(_ page: P, in shell: Shell) -> String {
    render(Framed(page, in: shell), template: P.template)
  }

  /// The text of a template filled from anything that answers its names.
  func render(_ values: some MustacheParent, template: String) -> String {
    library.render(values, withTemplate: template) ?? ""
  }

  /// One line with single spaces: fewer bytes to send, and no line for the renderer to indent
  /// (which costs a tenth of the time and would reach into text areas).
  static func squeezed(_ source: String) -> String {
    source.split(whereSeparator: \.isNewline)
      .map { TrimmedLine.of($0) }
      .filter { !$0.isEmpty }
      .joined(separator: " ")
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

private enum TrimmedLine {
  static func of(_ line: Substring) -> Substring {
    var line = line.drop { $0 == " " || $0 == "\t" }
    while let last = line.last, last == " " || last == "\t" { line.removeLast() }
    return line
  }
}
