/// A benefit as the search for duplicates sees it.
public struct DuplicateCandidate: Hashable, Sendable {
  /// The identity.
  public var id: ID<Benefit>
  /// Whose it is.
  public var organisation: ID<Organisation>
  /// The council's official name.
  public var councilName: String
  /// The reference.
  public var reference: String
  /// The title.
  public var title: String
  /// The service.
  public var service: String
  /// How it is worked out.
  public var method: String
  /// The volume, else the amount, else the posts; "" when there is none.
  public var quantity: String

  /// A candidate.
  public init(
    id: ID<Benefit>, organisation: ID<Organisation>, councilName: String, reference: String,
    title: String, service: String, method: String, quantity: String
  ) {
    self.id = id
    self.organisation = organisation
    self.councilName = councilName
    self.reference = reference
    self.title = title
    self.service = service
    self.method = method
    self.quantity = quantity
  }
}

/// Two benefits that may be the same.
public struct DuplicatePair: Hashable, Sendable {
  /// The one whose council and reference come first.
  public let first: DuplicateCandidate
  /// The other.
  public let second: DuplicateCandidate
  /// How alike they are, 0 to 100.
  public let score: Int
  /// In what.
  public let reasons: [String]
}

/// Finds benefits that are probably the same, without comparing each with every other.
///
/// Benefits are put into blocks by what duplicates share, sorted by their words within a block, and
/// compared with the few that follow. The order they come in does not matter.
public enum DuplicateSearch {
  /// The least score of a pair within one council.
  public static let leastWithinCouncil = 70
  /// The least score of a pair of two councils, which often record the same benefit, each its own.
  public static let leastAcrossCouncils = 100
  /// With how many of those that follow in its block a benefit is compared.
  static let reach = 12

  /// The pairs, most alike first.
  public static func pairs(_ candidates: [DuplicateCandidate]) -> [DuplicatePair] {
    let folded = candidates.map(FoldedCandidate.init).sorted { $0.order < $1.order }
    var blocks: [String: [Int]] = [:]
    for (place, candidate) in folded.enumerated() {
      for key in candidate.blocks { blocks[key, default: []].append(place) }
    }
    var found: [PlacePair: DuplicatePair] = [:]
    for places in blocks.values where places.count > 1 {
      for (position, one) in places.enumerated() {
        for other in places.dropFirst(position + 1).prefix(reach) {
          let pair = PlacePair(one: one, other: other)
          guard found[pair] == nil else { continue }
          found[pair] = DuplicateSearch.pair(folded[one], folded[other])
        }
      }
    }
    return found.values.sorted { sortKey($0) < sortKey($1) }
  }

  private static func sortKey(_ pair: DuplicatePair) -> (Int, String, String) {
    (
      -pair.score, "\(pair.first.councilName)\u{1}\(pair.first.reference)\u{1}\(pair.first.id)",
      "\(pair.second.councilName)\u{1}\(pair.second.reference)\u{1}\(pair.second.id)"
    )
  }

  /// Two benefits and how alike they are; nil when they are not alike enough.
  private static func pair(_ one: FoldedCandidate, _ other: FoldedCandidate) -> DuplicatePair? {
    let likeness = Likeness(one, other)
    let isWithin = one.candidate.organisation == other.candidate.organisation
    guard likeness.score >= (isWithin ? leastWithinCouncil : leastAcrossCouncils) else {
      return nil
    }
    let isTurned = other.reading < one.reading
    return DuplicatePair(
      first: (isTurned ? other : one).candidate, second: (isTurned ? one : other).candidate,
      score: likeness.score, reasons: likeness.reasons)
  }
}

private struct PlacePair: Hashable {
  let one: Int
  let other: Int
}

/// A candidate with its words folded, once.
private struct FoldedCandidate {
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
private struct Likeness {
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
