import Programme
import Store

extension CostFilter {
  /// Reads the filter of a list's address.
  init(_ query: Submission) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    council = reader.read("council", "the code of a council") { CouncilCode(text: $0) }
    words = reader.text("words") ?? ""
    withdrawn = reader.read("state", "a word of the list") { ["withdrawn": true][$0] } ?? false
    try reader.finish()
  }

  /// The address that shows this list.
  func address() -> Address {
    Address("/costs").with("council", council?.description).with("words", words)
      .with("state", withdrawn ? "withdrawn" : nil)
  }
}
