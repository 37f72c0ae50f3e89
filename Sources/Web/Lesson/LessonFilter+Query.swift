import Programme
import Store

extension LessonFilter {
  /// Reads the filter of the list's address.
  init(_ query: Submission) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    words = reader.text("words") ?? ""
    kind = reader.read("kind", "a word of the list") { Lesson.Kind(rawValue: $0) }
    cause = reader.read("cause", "a cause") { IssueCause(rawValue: $0) }
    after = reader.read("after", "a place in the list") { LessonCursor(text: $0) }
    try reader.finish()
  }

  /// The address that shows this list from its start.
  func address() -> Address {
    Address("/lessons").with("words", words).with("kind", kind?.rawValue)
      .with("cause", cause?.rawValue)
  }
}
