/// A milestone that a plan change moves, from the day that is in the plan to another.
public struct MilestoneShift: Hashable, Sendable {
  /// The milestone.
  public var milestone: ID<Milestone>
  /// The day in the plan when the change was stated.
  public var from: Day
  /// The day it moves to.
  public var to: Day

  /// A move.
  public init(milestone: ID<Milestone>, from: Day, to: Day) {
    self.milestone = milestone
    self.from = from
    self.to = to
  }
}

/// A field of a benefit that a plan change changes, from what stands in the register to another.
public struct BenefitShift: Hashable, Sendable {
  /// The benefit.
  public var benefit: ID<Benefit>
  /// What moves.
  public var field: Benefit.Field
  /// The canonical text when the change was stated; "" for a blank.
  public var from: String
  /// The canonical text after it.
  public var to: String

  /// An effect.
  public init(benefit: ID<Benefit>, field: Benefit.Field, from: String, to: String) {
    self.benefit = benefit
    self.field = field
    self.from = from
    self.to = to
  }

  /// The fields that a plan change can move: when it starts, how long it lasts, how fast it comes
  /// and how much it is.
  public static let fields: [Benefit.Field] =
    [.startYear, .years] + Benefit.Field.ramp + [.volume, .amount]

  /// Reads an effect on a benefit as it stands now.
  public static func read(
    _ typed: String, _ field: Benefit.Field, of benefit: Benefit, id: ID<Benefit>
  ) -> Reading<BenefitShift> {
    let reading = changed(benefit, field, to: typed)
    guard let after = reading.value else { return Reading(value: nil, problems: reading.problems) }
    let effect = BenefitShift(
      benefit: id, field: field, from: benefit.text(field), to: after.text(field))
    guard effect.from != effect.to else {
      return Reading(
        value: nil,
        problems: [
          .of(field, typed, "something other than now", "Enter what it is to be after the change.")
        ])
    }
    return Reading(value: effect, problems: [])
  }

  /// The benefit once the change is agreed. Refuses when the register no longer says what the change
  /// starts from.
  public func applied(to now: Benefit) throws(Refusal) -> Benefit {
    guard now.text(field) == from else {
      throw ChangeRefusal.of(
        "\(now.reference) \(field.label)", found: now.text(field),
        expected: "“\(from)”, as the change says",
        "The register was changed meanwhile. Amend the change, so that it starts from what stands "
          + "there now.")
    }
    let reading = BenefitShift.changed(now, field, to: to)
    guard let after = reading.value else { throw .invalid(reading.problems) }
    return after
  }

  private static func changed(
    _ benefit: Benefit, _ field: Benefit.Field, to typed: String
  ) -> Reading<Benefit> {
    var texts = benefit.texts
    texts[field] = typed
    let reading = Benefit.read(texts)
    let against = reading.problems.filter { $0.place == .field(field.rawValue) }
    guard var changed = reading.value else {
      return Reading(value: nil, problems: against.isEmpty ? reading.problems : against)
    }
    changed.criteria = benefit.criteria
    changed.additional = benefit.additional
    return Reading(value: changed, problems: [])
  }
}
