import Calculator
import Postgres

extension PivotAxis {
  /// What tells benefits apart on this side, before it is made a label; a stakeholder is one of
  /// ``PivotAxis/stakeholders``, a year stands in a line of its own.
  var key: SQL {
    switch self {
    case .dimension(let dimension): PivotAxis.column(dimension)
    case .confidence: "b.confidence_grade::text"
    case .year: "NULL::int"
    }
  }

  private static func column(_ dimension: Dimension) -> SQL {
    switch dimension {
    case .council: "b.organisation_name"
    case .service: "b.service"
    case .objective: "b.objective"
    case .stakeholder: "s.label"
    case .tangibility: "b.tangibility"
    case .cashability: "b.cashability"
    case .category: "b.category"
    case .status: "b.status"
    }
  }

  /// The label of a key.
  func label(_ key: SQL) -> SQL {
    guard self != .year else {
      return """
        CASE WHEN \(key) IS NULL THEN '(no money)' WHEN \(key) < 0 THEN 'Year ' || (-\(key) - 1)
          ELSE \(key) || '/' || lpad(((\(key) + 1) % 100)::text, 2, '0') END
        """
    }
    return PivotAxis.worded(key)
  }

  private static func worded(_ key: SQL) -> SQL {
    "coalesce(nullif(btrim(\(key)), ''), '(blank)')"
  }

  /// One line a stakeholder of a benefit: its place among them, how many there are, and whether it
  /// is the first of its name.
  static let stakeholders: SQL = """
    CROSS JOIN LATERAL (
      SELECT p.label, p.place, greatest(cardinality(b.stakeholders), 1) AS parts,
        p.place = 1 OR NOT EXISTS (
          SELECT FROM unnest(b.stakeholders[:p.place - 1]) e (label)
          WHERE lower(btrim(e.label)) = lower(btrim(p.label))) AS is_first
      FROM unnest(\(stakeholderList)) WITH ORDINALITY AS p (label, place)) s
    """

  private static let stakeholderList: SQL =
    "CASE WHEN b.stakeholders = '{}' THEN ARRAY[''] ELSE b.stakeholders END"

  /// An amount's part that falls to a stakeholder: cut from the running total, so that all parts add
  /// up to it.
  static func stakeholderPart(_ amount: SQL) -> SQL {
    """
    round(\(amount) * s.place / s.parts, 18) - round(\(amount) * (s.place - 1) / s.parts, 18)
    """
  }

  /// Whether a benefit `b` falls under a label; not for the year.
  func holds(_ label: String) -> SQL {
    guard self != .dimension(.stakeholder) else {
      return "EXISTS (SELECT FROM \(PivotAxis.named(label)))"
    }
    return "lower(\(PivotAxis.worded(key))) = lower(\(label)::text)"
  }

  /// The part of an amount of a benefit `b` that falls to one stakeholder.
  static func part(_ amount: SQL, of stakeholder: String) -> SQL {
    "(SELECT sum(\(stakeholderPart(amount))) FROM \(named(stakeholder)))"
  }

  /// Whether a line's stakeholder `s` has a label.
  static func names(_ label: String) -> SQL {
    "lower(\(worded("s.label"))) = lower(\(label)::text)"
  }

  /// The stakeholders of a benefit `b` that have a label.
  private static func named(_ label: String) -> SQL {
    """
    (SELECT p.place, greatest(cardinality(b.stakeholders), 1) AS parts
      FROM unnest(\(stakeholderList)) WITH ORDINALITY AS p (label, place)
      WHERE lower(\(worded("p.label"))) = lower(\(label)::text)) s
    """
  }
}

extension PivotFigure {
  /// A benefit's money over all years.
  var amount: SQL {
    switch self {
    case .forecast: "b.net_total"
    case .actual: "b.actual_total"
    case .variance: "b.variance_total"
    case .outlook: "b.outlook_total"
    }
  }

  /// The cashable part of it.
  var cashable: SQL {
    switch self {
    case .forecast: "b.cashable_total"
    case .actual: "b.actual_cashable"
    case .variance: "b.variance_cashable"
    case .outlook: "b.outlook_cashable"
    }
  }

  /// A benefit's money by year, from ``firstYear`` on. A withdrawn benefit has none.
  var amounts: SQL {
    switch self {
    case .forecast: "b.net"
    case .actual: "CASE WHEN b.status <> 'Withdrawn' THEN b.year_actual END"
    case .variance: "CASE WHEN b.status <> 'Withdrawn' THEN b.year_variance END"
    case .outlook: "CASE WHEN b.status <> 'Withdrawn' THEN b.year_outlook END"
    }
  }

  /// The first year of ``amounts``; NULL for a register that does not say which its base year is.
  var firstYear: SQL { self == .forecast ? "r.base_year" : "b.year_from" }

  /// What ``firstYear`` is read from besides the benefit.
  var yearSource: SQL {
    self == .forecast
      ? """
       JOIN register r ON r.programme_id = b.programme_id
        AND r.organisation_id = b.organisation_id
      """ : ""
  }
}
