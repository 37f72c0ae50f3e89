import Foundation
import Postgres
import Programme

extension Viewer {
  /// The rows of a programme that the viewer knows of, as an explicit condition: the first lock,
  /// before row-level security.
  func knows(_ table: SQL) -> SQL {
    guard may(.readProgramme) else { return "false" }
    let own: SQL = "\(table).programme_id = \(programme.uuid)"
    if may(.coordinate) { return own }
    let person: ID<Person>? = may(.takePart) ? person : nil
    return """
      \(own) AND (\(table).confided_to IS NULL OR \(table).confided_to = \(person?.uuid as UUID?))
      """
  }
}

extension IssueSort {
  /// The column that is sorted by: never NULL, and with an index of its own.
  var column: SQL {
    switch self {
    case .number: "i.number"
    case .due: "i.due_order"
    case .severity: "i.severity_order"
    case .priority: "i.priority_order"
    case .changed: "i.changed_at"
    }
  }

  /// The sort key as text, for a cursor.
  var key: SQL {
    self == .changed
      ? "(extract(epoch FROM i.changed_at) * 1000000)::bigint::text" : "\(column)::text"
  }

  /// The sort key of a cursor as a value of the column's type; nil when it is no such value.
  func value(_ key: String) -> SQL? {
    switch self {
    case .number: return Int(key).map { "\($0)" }
    case .due:
      guard key == "infinity" || Programme.Day(text: key) != nil else { return nil }
      return "\(key)::text::date"
    case .severity, .priority:
      guard let place = Int32(key), (0...9).contains(place) else { return nil }
      return "\(place)::int::smallint"
    case .changed:
      guard let microseconds = Int64(key) else { return nil }
      return "\(Instant(microsecondsSinceEpoch: microseconds))::timestamptz"
    }
  }
}

extension IssueNeed {
  /// Which issues wait so.
  func condition(as viewer: Viewer) -> SQL {
    switch self {
    case .untriaged: "i.state = 'Untriaged'"
    case .overdue: "i.is_live AND i.due_order < \(SQL.today)"
    case .escalated: "i.state = 'Escalated'"
    case .ours: "i.is_live AND i.owner_id = \(viewer.organisation.uuid)"
    case .confided: "i.state = 'Concern'"
    case .watched:
      """
      i.id IN (SELECT w.issue_id FROM issue_watcher w
        WHERE w.person_id = \(viewer.person?.uuid as UUID?))
      """
    }
  }
}

extension IssueFilter {
  /// What the rows must fulfil besides being known to the viewer.
  func conditions(as viewer: Viewer) -> SQL {
    var conditions: [SQL] = [standing.condition]
    if let need { conditions.append(need.condition(as: viewer)) }
    if let owner { conditions.append("i.owner_id = \(owner.uuid)") }
    if let raiser { conditions.append("i.organisation_id = \(raiser.uuid)") }
    if let kind { conditions.append("i.kind = \(kind.rawValue)") }
    if let severity { conditions.append("i.severity_order = \(severity.place)::int::smallint") }
    if let priority { conditions.append("i.priority_order = \(priority.place)::int::smallint") }
    if let cause { conditions.append("i.cause = \(cause.rawValue)") }
    if isNational { conditions.append("i.is_national") }
    if !found(as: viewer).isEmpty { conditions.append("i.id IN (SELECT f.issue_id FROM found f)") }
    return conditions.joined(separator: " AND ")
  }

  /// What tables besides the issues' own find: the issues of a council, and those of each word. Each
  /// is looked up once by its index, for rows and count alike.
  private func found(as viewer: Viewer) -> [SQL] {
    let place: [SQL] =
      council.map { council in
        [
          """
          SELECT c.issue_id FROM issue_council c WHERE \(viewer.knows("c")) AND c.council_id =
            (SELECT o.id FROM organisation o WHERE o.code = \(council.description))
          """
        ]
      } ?? []
    return place + wordParts.map { wordSearch($0, as: viewer) }
  }

  private var wordParts: [String] {
    let parts = words.lowercased().unicodeScalars.split {
      !$0.properties.isAlphabetic && $0.properties.numericType == nil
    }
    return parts.prefix(IssueLimit.words).map { String(String.UnicodeScalarView($0.prefix(40))) }
      .filter { !IssueFilter.passedOver.contains($0) }
  }

  /// Words that stand in nearly every text: looking for them finds nothing, so they are passed over.
  private static let passedOver: Set = [
    "a", "an", "and", "are", "as", "at", "be", "by", "for", "from", "in", "is", "it", "not", "of",
    "on", "or", "that", "the", "this", "to", "was", "we", "with",
  ]

  /// A word is looked for by its beginning, from itself up to what no longer begins so.
  private func wordSearch(_ word: String, as viewer: Viewer) -> SQL {
    let lives: SQL =
      switch standing {
      case .live: "w.is_live"
      case .finished: "NOT w.is_live"
      case .all, .state: "w.is_live = ANY (ARRAY[true, false])"
      }
    return """
      SELECT w.issue_id FROM issue_word w WHERE \(viewer.knows("w")) AND \(lives)
        AND w.word >= \(word)::text COLLATE "C"
        AND w.word < \(word + "\u{10FFFF}")::text COLLATE "C"
      """
  }

  /// Rows and counts in one statement: each row carries the counts, and an empty page is one line
  /// with counts alone.
  func sql(as viewer: Viewer) -> SQL {
    let direction: SQL = descending ? "DESC" : "ASC"
    let counts = IssueNeed.allCases.map { need in
      IssueFilter.count(
        "\(IssueStanding.live.condition) AND \(need.condition(as: viewer))",
        upTo: IssueLimit.countedNeeds, viewer)
    }
    let searches = found(as: viewer)
    let found: SQL =
      searches.isEmpty
      ? "" : "found AS MATERIALIZED (\(searches.joined(separator: " INTERSECT "))), "
    return """
      WITH \(found)page AS (
        SELECT i.*, \(sort.column) AS place, \(sort.key) AS key
        FROM issue i
        WHERE \(conditions(as: viewer)) AND \(viewer.knows("i"))\(afterCondition)
        ORDER BY \(sort.column) \(direction), i.number \(direction)
        LIMIT \(pageRows + 1)
      )
      SELECT \(IssueFilter.count(conditions(as: viewer), upTo: IssueLimit.counted, viewer)),
        \(counts.joined(separator: ", ")), \(SQL.today),
        page.id, page.number, page.version, page.title, page.kind, page.state, page.severity,
        page.priority, page.cause, page.next_action, page.due, page.organisation_id, r.name,
        page.raised_at, page.state_at, page.changed_at, page.confided_to, page.owner_id, o.name,
        p.name,
        ARRAY(SELECT c.name FROM issue_council x JOIN organisation c ON c.id = x.council_id
          WHERE x.issue_id = page.id ORDER BY lower(c.name), c.id), page.key
      FROM (VALUES (1)) AS one LEFT JOIN page ON true
        LEFT JOIN organisation r ON r.id = page.organisation_id
        LEFT JOIN organisation o ON o.id = page.owner_id
        LEFT JOIN person p ON p.id = page.owner_person_id
      ORDER BY page.place \(direction), page.number \(direction)
      """
  }

  var pageRows: Int { min(max(1, limit), IssueLimit.page) }

  private var afterCondition: SQL {
    guard let after, let value = sort.value(after.key) else { return "" }
    let comparison: SQL = descending ? "<" : ">"
    return " AND (\(sort.column), i.number) \(comparison) (\(value), \(after.number))"
  }

  /// How many there are, up to a limit: counting a hundred thousand takes longer than showing
  /// twenty-five.
  private static func count(_ conditions: SQL, upTo limit: Int, _ viewer: Viewer) -> SQL {
    """
    (SELECT count(*) FROM (SELECT FROM issue i WHERE \(conditions) AND \(viewer.knows("i"))
      LIMIT \(limit + 1)) c)
    """
  }
}

extension IssueSeverity {
  /// The place in the column that is sorted by.
  fileprivate var place: Int { (IssueSeverity.allCases.firstIndex(of: self) ?? 0) + 1 }
}

extension IssuePriority {
  /// The place in the column that is sorted by.
  fileprivate var place: Int { (IssuePriority.allCases.firstIndex(of: self) ?? 0) + 1 }
}

extension IssueStanding {
  /// The rows of those states.
  var condition: SQL {
    switch self {
    case .live: "i.is_live"
    case .finished: "NOT i.is_live"
    case .all: "true"
    case .state(let state): "i.state = \(state.rawValue)"
    }
  }
}
