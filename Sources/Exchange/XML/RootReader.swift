/// Looks at the root of a document and hands the stream to whoever reads that vocabulary.
final class RootReader: XMLHandler {
  /// A vocabulary that can be read.
  struct Vocabulary {
    let kind: FileKind
    let namespace: String
    let root: StaticString
    let reader: (XMLStream) -> any XMLHandler
  }

  private let stream: XMLStream
  private let vocabularies: [Vocabulary]
  /// What the document is, once its root was seen.
  private(set) var kind: FileKind?

  init(_ stream: XMLStream, _ vocabularies: [Vocabulary]) {
    self.stream = stream
    self.vocabularies = vocabularies
  }

  func start(_ element: XMLElement) {
    for vocabulary in vocabularies
    where element.isNamed(vocabulary.root)
      && element.namespace == stream.name(vocabulary.namespace)
    {
      kind = vocabulary.kind
      let reader = vocabulary.reader(stream)
      stream.handOver(to: reader)
      return reader.start(element)
    }
    kind = element.isNamed("html") ? .webPage : .otherXML
    stream.fail(.handler)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end() {}
}
