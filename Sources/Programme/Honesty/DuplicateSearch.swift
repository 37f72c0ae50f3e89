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
