import Programme

/// One reading of a document of Concordat XML, from its root to what came of it.
final class ConcordatReading {
  private let limits: FileLimits
  private var reader: ConcordatXMLReader?

  init(_ limits: FileLimits) { self.limits = limits }

  /// How the root of such a document is known, and who reads on.
  var vocabulary: RootReader.Vocabulary {
    RootReader.Vocabulary(
      kind: .concordatXML, namespace: ConcordatVocabulary.namespace, root: "programme"
    ) { [limits, unowned self] stream in
      let reader = ConcordatXMLReader(stream, limits: limits)
      self.reader = reader
      return reader
    }
  }

  /// What came of it. Where the reading broke off, the reason comes first.
  func finish(_ failure: XMLFailure?) -> ImportedFile {
    guard let reader else { return RegisterReader.refused(.concordatXML, failure ?? .unreadable) }
    let (register, carried) = reader.finish()
    let isBroken = failure != nil && failure != .handler
    let reason = isBroken ? failure.map { [$0.problem(limits)] } ?? [] : []
    return ImportedFile(
      register: failure == nil ? register : nil, problems: reason + reader.problems.listed,
      carried: failure == nil ? carried : CarriedFigures(), kind: .concordatXML,
      councilCodes: reader.councilCodes, places: reader.places)
  }
}
