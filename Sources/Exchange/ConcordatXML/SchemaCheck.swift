import Programme

/// The faults that the schema finds in a document, with their places.
final class SchemaCheck: XMLHandler {
  /// A fault and the line it stands in.
  struct Fault {
    let line: Int
    let problem: Problem
  }

  private unowned let stream: XMLStream
  private var validator: SchemaValidator?
  private(set) var faults: [Fault] = []
  private var faultCount = 0
  /// A document with more faults is not read to its end.
  private static let faultsLimit = 10 * RecordLimit.problemsListed

  init(_ stream: XMLStream) {
    self.stream = stream
    validator = SchemaValidator { [unowned self] words in note(words) }
    if validator == nil { note("The schema did not come with the program.") }
  }

  func start(_ element: XMLElement) { validator?.start(element) }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) { validator?.text(bytes) }

  func end() { validator?.end() }

  /// Takes back what was said from a line on, when it was said better.
  func takeBack(fromLine line: Int) {
    while let last = faults.last, last.line >= line { faults.removeLast() }
  }

  private func note(_ words: String) {
    faultCount += 1
    if faultCount > SchemaCheck.faultsLimit { stream.fail(.handler) }
    guard faults.count <= RecordLimit.problemsListed else { return }
    let plain = TrimmedText.of(words.prefix(SchemaCheck.wordsLimit) + "")
      .replacing("{\(ConcordatVocabulary.namespace)}", with: "")
    let problem = Problem(
      .error, at: stream.place, subject: "The file", found: "",
      expected: "what the schema of Concordat XML allows", mend: plain)
    faults.append(Fault(line: stream.line, problem: problem))
  }

  /// The most characters of a fault that are repeated: it may name a whole text.
  private static let wordsLimit = 400
}

extension XMLStream {
  /// Where the parser is.
  var place: Problem.Place { .text(line: line, column: column) }
}
