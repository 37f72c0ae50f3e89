import Calculator

/// In what two snapshots promise something else, field by field and year by year. Where a benefit
/// stands in its life (status, reviews) and the note on its evidence are no part of the promise.
public struct ForecastDifference: Hashable, Sendable {
  /// The fields and parts (criteria, measures, columns of a file) that differ.
  public let fields: [FieldChange]
  /// Gross, score and the reason for neither, where they differ.
  public let figures: [FieldChange]
  /// Every year of either, when any year differs; else none.
  public let years: [YearChange]

  /// Whether they promise the same.
  public var isEmpty: Bool { fields.isEmpty && figures.isEmpty && years.isEmpty }

  /// Compares what was with what is.
  public init(from before: BenefitSnapshot, to after: BenefitSnapshot) {
    fields = after.changes(since: before).filter { !Self.unpromised.contains($0.field) }
    figures = Self.figures(before, after)
    let years = after.years(since: before)
    self.years = years.allSatisfy(\.isSame) ? [] : years
  }

  /// The fields of a benefit that are no part of what is promised.
  static let unpromised = Set(
    [Benefit.Field.status, .nextReview, .evidence].map(\.rawValue))

  private static func figures(
    _ before: BenefitSnapshot, _ after: BenefitSnapshot
  ) -> [FieldChange] {
    let rows = [
      ("Gross, £ a year", before.gross?.text, after.gross?.text),
      ("Score, 0 to 10", before.score?.text, after.score?.text),
      ("Undefined, because", before.undefinedBecause, after.undefinedBecause),
      ("Goes to others", before.isTransfer ? "yes" : "no", after.isTransfer ? "yes" : "no"),
    ]
    return rows.filter { $0.1 != $0.2 }.map {
      FieldChange(field: $0.0, label: $0.0, before: $0.1 ?? "", after: $0.2 ?? "")
    }
  }
}
