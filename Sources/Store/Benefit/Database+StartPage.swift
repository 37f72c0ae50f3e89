import Postgres
import Programme

extension Connection {
  /// What needs the viewer: of one's own council's benefits for a council, else of all within sight.
  public func startPage(as viewer: Viewer) throws -> StartPage {
    var lists: [Attention: StartPage.List] = [:]
    for kind in Attention.allCases { lists[kind] = try list(kind, as: viewer) }
    return StartPage(
      lists: lists, imports: try importRuns(where: "true", limit: 5, as: viewer))
  }

  private func list(_ kind: Attention, as viewer: Viewer) throws -> StartPage.List {
    let own: SQL =
      viewer.startsWithOwn ? "b.organisation_id = \(viewer.organisation.uuid)" : "true"
    let condition: SQL = """
      b.removed_at IS NULL AND \(kind.condition("b")) AND \(own) AND \(viewer.sees("b"))
      """
    let count = try first("SELECT count(*) FROM benefit b WHERE \(condition)") { row in
      try row.next(Int.self)
    }
    guard let count, count > 0 else { return .empty }
    let rows = try query(
      """
      SELECT b.id, b.reference, b.title, b.organisation_name FROM benefit b WHERE \(condition)
      ORDER BY b.reference_order, b.id
      LIMIT \(StartPage.List.rowsMaximum)
      """
    ) { row in
      StartPage.Row(
        id: ID(try row.next()), reference: try row.next(), title: try row.next(),
        councilName: try row.next())
    }
    return StartPage.List(count: count, rows: rows)
  }
}
