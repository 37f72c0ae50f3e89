/// Whether a milestone may move from its day, is done, or may get another plan. Every change of a day
/// goes through one of these.
extension Milestone {
  /// The milestone once it is expected on another day. Later than now needs a reason; a day before
  /// what it needs is refused, and so is one of a milestone that was achieved.
  public func moved(
    to text: String, because reason: String, earliest: EarliestDay?
  ) throws(Refusal) -> Milestone {
    var reader = FieldReader<Field>([.forecast: text, .slipReason: reason])
    _ = reader.required(.forecast)
    let day = reader.planDay(.forecast)
    let reason = reader.text(.slipReason)
    refuseAchieved(&reader, at: .forecast)
    if let day {
      refuse(day, earliest, &reader)
      if day > forecast, reason.isEmpty {
        reader.refuse(.slipReason, "", "a reason", "Say why it moves later.")
      }
    }
    guard let day, reader.problems.isEmpty else { throw .invalid(reader.problems) }
    return moved(to: day, because: reason)
  }

  /// The same without any check, as an agreed change or a tick for one's own asks.
  public func moved(to day: Day, because reason: String) -> Milestone {
    var moved = self
    moved.slipReason = day > forecast ? reason : slipReason
    moved.forecast = day
    return moved
  }

  private func refuse(
    _ day: Day, _ earliest: EarliestDay?, _ reader: inout FieldReader<Field>
  ) {
    if day == forecast {
      reader.refuse(
        .forecast, day.description, "another day", "It is expected then already. Enter another day."
      )
    }
    guard let earliest, day < earliest.day else { return }
    reader.refuse(
      .forecast, day.description, "\(earliest.day.words) or later",
      "It waits for \(earliest.waitsFor).")
  }

  /// The milestone once it is done; nobody records a day that has not come.
  public func achieved(on text: String, today: Day) throws(Refusal) -> Milestone {
    var reader = FieldReader<Field>([.actual: text])
    _ = reader.required(.actual)
    let day = reader.planDay(.actual)
    if let day, day > today {
      reader.refuse(
        .actual, day.description, "today or a day before", "Record it when it is done.")
    }
    guard let day, reader.problems.isEmpty else { throw .invalid(reader.problems) }
    var achieved = self
    achieved.actual = day
    return achieved
  }

  /// The milestone when it turns out not to be done after all.
  public func reopened() throws(Refusal) -> Milestone {
    guard actual != nil else {
      var reader = FieldReader<Field>([:])
      reader.refuse(.actual, "", "an achieved milestone", "It is not recorded as achieved.")
      throw .invalid(reader.problems)
    }
    var open = self
    open.actual = nil
    return open
  }

  /// The milestone with another day in the plan; the forecast stays.
  public func replanned(to text: String) throws(Refusal) -> Milestone {
    var reader = FieldReader<Field>([.baseline: text])
    _ = reader.required(.baseline)
    let day = reader.planDay(.baseline)
    if let day, day == baseline {
      reader.refuse(.baseline, day.description, "another day", "It is planned for then already.")
    }
    guard let day, reader.problems.isEmpty else { throw .invalid(reader.problems) }
    var planned = self
    planned.baseline = day
    return planned
  }

  private func refuseAchieved(_ reader: inout FieldReader<Field>, at field: Field) {
    guard let actual else { return }
    reader.refuse(
      field, actual.description, "a milestone that is not achieved",
      "If it is not done after all, take that back first.")
  }
}
