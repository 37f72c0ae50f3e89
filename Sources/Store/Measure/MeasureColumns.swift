import Calculator
import Postgres
import Programme

/// The columns of a measure's content, written and read in one order.
enum MeasureColumns {
  static let content: SQL = """
    name, unit, kind, direction, frequency, may_sink_below_zero, source, baseline, baseline_day,
    target_days, targets
    """

  /// The same, of the row that comes in.
  static let contentOfDraft: SQL = """
    excluded.name, excluded.unit, excluded.kind, excluded.direction, excluded.frequency,
    excluded.may_sink_below_zero, excluded.source, excluded.baseline, excluded.baseline_day,
    excluded.target_days, excluded.targets
    """

  /// Reads the content, in the order of ``content``.
  static func read(_ row: inout RowReader) throws -> Measure {
    let name = try row.next(String.self)
    let unit = try row.next(String.self)
    var measure = Measure(
      name: name, unit: unit, kind: try row.choice(MeasureKind.self),
      direction: try row.choice(MeasureDirection.self),
      frequency: try row.choice(Frequency.self))
    measure.maySinkBelowZero = try row.next()
    measure.source = try row.next()
    measure.baseline = try row.optionalExact()
    measure.baselineDay = try row.optionalDay()
    let days = try row.next([Postgres.Day].self)
    let values = try row.next([Decimal].self).map(\.exact)
    measure.targets = zip(days, values).compactMap { day, value in
      Programme.Day(year: day.year, month: day.month, day: day.day).map {
        MeasureTarget(day: $0, value: value)
      }
    }
    return measure
  }
}

extension Measure {
  /// The row as JSON columns.
  var columns: [(name: String, value: ColumnValue)] {
    [
      ("name", .text(name)), ("unit", .text(unit)), ("kind", .text(kind.rawValue)),
      ("direction", .text(direction.rawValue)), ("frequency", .text(frequency.rawValue)),
      ("may_sink_below_zero", .flag(maySinkBelowZero)), ("source", .text(source)),
      ("baseline", .number(baseline)), ("baseline_day", .optional(baselineDay?.description)),
      ("target_days", .list(targets.map(\.day.description))),
      ("targets", .numbers(targets.map(\.value))),
    ]
  }
}
