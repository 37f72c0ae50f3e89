extension Office {
  /// Whether it is held on that day.
  public func isHeld(on day: Day) -> Bool { from <= day && (to ?? day) >= day }

  /// Whether both are the same office on some day.
  public func overlaps(_ other: Office) -> Bool {
    kind == other.kind && from <= (other.to ?? from) && other.from <= (to ?? other.from)
  }

  /// This office as it ends the day before another holder takes over; nil when it need not, or
  /// cannot because it begins no earlier.
  public func ending(before next: Office) -> Office? {
    guard kind == next.kind, to == nil, from < next.from else { return nil }
    return next.from.dayBefore.map(ending)
  }

  private func ending(on last: Day) -> Office {
    var ended = self
    ended.to = last
    return ended
  }

  /// Everything in which it differs from an earlier version, in words: people by name.
  public func differences(since earlier: Office?) -> [FieldChange] {
    changes(since: earlier).filter { $0.field != Field.person.rawValue }
  }
}

extension Day {
  /// The day before; nil on the first day of the calendar.
  public var dayBefore: Day? {
    if day > 1 { return Day(year: year, month: month, day: day - 1) }
    guard let earlier = Day(year: year, month: month, day: 1)?.adding(months: -1) else {
      return nil
    }
    return (28...31).reversed().lazy.compactMap {
      Day(year: earlier.year, month: earlier.month, day: $0)
    }.first
  }
}
