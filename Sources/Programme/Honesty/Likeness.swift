/// A candidate with its words folded, once.
struct FoldedCandidate {
  let candidate: DuplicateCandidate
  let words: Set<String>
  let service: String
  /// Like titles stand together.
  let order: String
  /// The order in which people read a pair.
  let reading: String
  let blocks: [String]

  private static let fillers: Set<String> = [
    "a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with",
  ]

  init(_ candidate: DuplicateCandidate) {
    self.candidate = candidate
    let all = Set(FoldedText.words(candidate.title))
    let telling = all.subtracting(FoldedCandidate.fillers)
    words = telling.isEmpty ? all : telling
    service = FoldedText.of(candidate.service)
    let title = words.sorted().joined(separator: " ")
    order = "\(title)\u{1}\(candidate.id)"
    reading = "\(candidate.councilName)\u{1}\(candidate.reference)\u{1}\(candidate.id)"
    let council = candidate.organisation.description
    var blocks = [
      "title \(council) \(title)", "work \(council) \(candidate.method) \(service)",
    ]
    if !candidate.quantity.isEmpty {
      let quantity = "\(candidate.method) \(candidate.quantity)"
      blocks += ["quantity \(council) \(quantity)", "nation \(quantity) \(title)"]
    }
    self.blocks = blocks
  }
}

/// How alike two benefits are, and in what.
struct Likeness {
  var score = 0
  var reasons: [String] = []

  init(_ one: FoldedCandidate, _ other: FoldedCandidate) {
    let common = one.words.intersection(other.words).count
    let union = one.words.union(other.words).count
    if common > 0 {
      let words = common == union ? "the same words" : "\(common) of \(union) words"
      add(60 * common / max(union, 1), "\(words) in the title")
    }
    if !one.service.isEmpty, one.service == other.service { add(15, "the same service") }
    guard one.candidate.method == other.candidate.method else { return }
    add(10, "the same method")
    if !one.candidate.quantity.isEmpty, one.candidate.quantity == other.candidate.quantity {
      add(15, "the same quantity, \(one.candidate.quantity)")
    }
  }

  private mutating func add(_ points: Int, _ reason: String) {
    score += points
    reasons.append(reason)
  }
}
