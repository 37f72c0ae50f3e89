import Foundation
import Programme
import Store
import Synchronization

/// What the filter of the benefits list offers, kept for a few seconds for everybody who sees the
/// same, so that a list takes one query. What somebody changes, they see at once.
final class FilterChoiceCache: Sendable {
  /// Who sees the same: the scope of a viewer without the person.
  private struct Sight: Hashable {
    let programme: ID<NationalProgramme>
    let organisation: ID<Organisation>
    let role: Role

    init(_ viewer: Viewer) {
      programme = viewer.programme
      organisation = viewer.organisation
      role = viewer.role
    }
  }

  private struct Kept {
    let choices: BenefitFilterChoices
    let until: Date
  }

  static let keptSeconds = 10.0
  static let limit = 1_000

  private let kept = Mutex<[Sight: Kept]>([:])
  private let clock: @Sendable () -> Date

  init(clock: @escaping @Sendable () -> Date) { self.clock = clock }

  /// The choices of a viewer, read from the store when none are kept.
  func choices(for viewer: Viewer, from store: Store) async throws -> BenefitFilterChoices {
    let sight = Sight(viewer)
    let now = clock()
    if let found = kept.withLock({ $0[sight] }), found.until > now { return found.choices }
    let choices = try await store.read(as: viewer) { db in try db.benefitFilters(as: viewer) }
    kept.withLock { kept in
      if kept.count >= FilterChoiceCache.limit { kept.removeAll() }
      kept[sight] = Kept(
        choices: choices, until: now.addingTimeInterval(FilterChoiceCache.keptSeconds))
    }
    return choices
  }

  /// After a change by the viewer.
  func forget(_ viewer: Viewer) { kept.withLock { _ = $0.removeValue(forKey: Sight(viewer)) } }
}
