import Postgres
import Programme

extension Connection {
  /// What stands against the names in issues that are not raised yet, one list for each; none for
  /// those that could not be read.
  public func nameProblems(in issues: [Issue?], as viewer: Viewer) throws -> [[Problem]] {
    let names = try names(in: issues.compactMap(\.self), as: viewer)
    return issues.map { issue in
      guard let issue else { return [] }
      do throws(Refusal) {
        _ = try names.resolve(issue, from: nil)
        return []
      } catch {
        guard case .invalid(let problems) = error else { return [] }
        return problems
      }
    }
  }

  /// The issues of these titles that the viewer's party has raised and that are not finished, by title
  /// in lower case.
  public func ownLiveIssues(titled titles: [String], as viewer: Viewer) throws -> [String: Int] {
    let found = try query(
      """
      SELECT lower(i.title), i.number FROM issue i
      WHERE i.programme_id = \(viewer.programme.uuid) AND i.is_live
        AND i.organisation_id = \(viewer.organisation.uuid)
        AND lower(i.title) = ANY (SELECT lower(t) FROM unnest(\(titles)) AS t)
      ORDER BY i.number
      """
    ) { row in (try row.next(String.self), try row.next(Int.self)) }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }
}
