/// Who has which part in an activity. Exactly one party is accountable: there is room for one, and
/// none without.
public struct ActivityParts: Hashable, Sendable {
  /// The one that answers for it.
  public let accountable: ID<Organisation>
  /// The parts of the others; the accountable is never among them.
  public let others: [ID<Organisation>: ResponsibilityPart]

  /// The parts that were chosen for each party. Throws ``Refusal/invalid(_:)`` unless exactly one
  /// is accountable.
  public init(_ parts: [ID<Organisation>: ResponsibilityPart]) throws(Refusal) {
    let named = parts.filter { $0.value == .accountable }.map(\.key)
    guard named.count == 1, let one = named.first else { throw Self.refusal(named.count) }
    accountable = one
    others = parts.filter { $0.key != one }
  }

  /// Every party with its part.
  public var all: [ID<Organisation>: ResponsibilityPart] {
    others.merging([accountable: .accountable]) { $1 }
  }

  /// The parties whose part is new, another, or gone: a confirmation of theirs counts no longer.
  public func changed(
    since earlier: [ID<Organisation>: ResponsibilityPart]
  ) -> Set<ID<Organisation>> {
    let after = all
    return Set(earlier.keys).union(after.keys).filter { earlier[$0] != after[$0] }
  }

  /// The same as changes of fields, parties by name.
  public func differences(
    since earlier: [ID<Organisation>: ResponsibilityPart], named names: [ID<Organisation>: String]
  ) -> [FieldChange] {
    let parties = changed(since: earlier).sorted { (names[$0] ?? "") < (names[$1] ?? "") }
    return parties.map { party in
      FieldChange(
        field: "part.\(party)", label: names[party] ?? "A party that left",
        before: earlier[party]?.rawValue ?? "", after: all[party]?.rawValue ?? "")
    }
  }

  private static func refusal(_ count: Int) -> Refusal {
    .invalid([
      Problem(
        .error, at: .field(accountableName), subject: "Accountable",
        found: count == 0 ? "" : "\(count) parties", expected: "exactly one party",
        mend: "Choose the one party that answers for it.")
    ])
  }

  /// The name of the accountable's field in forms.
  public static let accountableName = "accountable"
}
