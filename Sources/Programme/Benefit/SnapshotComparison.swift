import Calculator

/// One year of two forecasts beside each other, in pounds; nil where a forecast has no such year.
public struct YearChange: Hashable, Sendable {
  /// The financial year.
  public let label: String
  /// As the earlier snapshot has it.
  public let before: BenefitSnapshot.Year?
  /// As the later snapshot has it.
  public let after: BenefitSnapshot.Year?

  /// How much more net benefit the later one has; nil unless both have the year.
  public var netDifference: Exact? { difference(\.net) }
  /// How much more of it is cashable; nil unless both have the year.
  public var cashableDifference: Exact? { difference(\.cashable) }
  /// Whether the two say the same.
  public var isSame: Bool { before == after }

  private func difference(_ part: KeyPath<BenefitSnapshot.Year, Exact>) -> Exact? {
    guard let before, let after else { return nil }
    return after[keyPath: part] - before[keyPath: part]
  }
}

extension BenefitSnapshot {
  /// The fields and parts in which this snapshot differs from an earlier one, in the order of the
  /// table of fields.
  public func changes(since earlier: BenefitSnapshot) -> [FieldChange] {
    let ofFields = Benefit.Field.allCases.map {
      FieldChange(
        field: $0.rawValue, label: $0.label, before: earlier.text($0), after: text($0))
    }
    let headings = Set(earlier.parts.keys).union(parts.keys).sorted()
    let ofParts = headings.map {
      FieldChange(
        field: "part.\($0)", label: $0, before: earlier.parts[$0] ?? "", after: parts[$0] ?? "")
    }
    return (ofFields + ofParts).filter { $0.before != $0.after }
  }

  /// Every year that either forecast has, in order, the two beside each other.
  public func years(since earlier: BenefitSnapshot) -> [YearChange] {
    let before = BenefitSnapshot.byLabel(earlier.years)
    let after = BenefitSnapshot.byLabel(years)
    let own = years.map(\.label)
    let labels = Set(own).union(earlier.years.map(\.label))
    return labels.sorted(by: BenefitSnapshot.isEarlier).map {
      YearChange(label: $0, before: before[$0], after: after[$0])
    }
  }

  private static func byLabel(_ years: [Year]) -> [String: Year] {
    Dictionary(years.map { ($0.label, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// "Year 2" comes before "Year 10", and "2009/10" before "2010/11".
  private static func isEarlier(_ one: String, _ other: String) -> Bool {
    one.utf8.count == other.utf8.count ? one < other : one.utf8.count < other.utf8.count
  }
}
