import Programme
import Store

/// What the search found, and what was said of it.
struct DuplicatesFound: Sendable {
  /// The pairs that nobody looked at.
  let open: [DuplicatePair]
  /// The pairs that were looked at.
  let dismissed: [(pair: DuplicatePair, dismissal: DuplicateDismissal)]

  /// Parts what was found by what was said.
  init(_ pairs: [DuplicatePair], _ dismissals: [DuplicateDismissal]) {
    let said = Dictionary(
      dismissals.map { ([$0.first, $0.second] as Set, $0) }, uniquingKeysWith: { first, _ in first }
    )
    open = pairs.filter { said[[$0.first.id, $0.second.id]] == nil }
    dismissed = pairs.compactMap { pair in
      said[[pair.first.id, pair.second.id]].map { (pair, $0) }
    }
  }
}
