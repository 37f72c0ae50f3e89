import Foundation
import Programme

/// A council's register and the closings of its periods.
public struct RegisterPeriods: Sendable {
  /// The council.
  public let council: CouncilRow
  /// The financial years that have a forecast or a value and have begun.
  public let years: [FinancialYear]
  /// Today.
  public let today: Day
  /// Every closing, latest period first and latest submission first.
  public let closes: [PeriodClose]

  /// The closing in force of a period; nil while it is open.
  public func close(of span: PeriodSpan) -> PeriodClose? {
    closes.first { $0.span == span && $0.state != .open }
  }

  /// The closed period that a period lies in; nil when it can be written.
  public func closed(around span: PeriodSpan) -> PeriodClose? {
    closes.first { $0.state == .closed && ($0.span == span || $0.span.isAround(span)) }
  }

  /// Whether the last day of a period has passed.
  public func isOver(_ span: PeriodSpan) -> Bool { span.lastDay.map { $0 < today } ?? false }
}
