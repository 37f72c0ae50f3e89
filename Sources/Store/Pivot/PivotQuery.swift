import Calculator
import Postgres
import Programme

/// The one statement of a pivot. It adds up by the raw keys of both sides first, which is one pass
/// over the benefits, and makes labels and sums of the few cells that come of it.
///
/// A benefit may stand in several lines, one a year or a stakeholder; so that it is counted once,
/// each line says whether it is the benefit's first in its cell (`here`), in its row (`across`), in
/// its column (`down`), and of all (`once`).
struct PivotQuery: Sendable {
  let rows: PivotAxis
  let columns: PivotAxis
  let figure: PivotFigure
  let filter: BenefitFilter
  let viewer: Viewer

  var sql: SQL {
    """
    WITH line AS (
      \(lines)
    ), cell AS MATERIALIZED (
      SELECT x, y, is_transfer, sum(amount) AS amount, sum(cash) AS cash, sum(here) AS here,
        sum(across) AS across, sum(down) AS down, sum(once) AS once
      FROM line GROUP BY x, y, is_transfer
    ), named AS (
      SELECT \(rows.label("x")) AS x, \(columns.label("y")) AS y, is_transfer, amount, cash, here,
        across, down, once
      FROM cell
    )
    SELECT lower(x), lower(y), min(x), min(y), grouping(lower(x), lower(y)),
      coalesce(CASE grouping(lower(x), lower(y)) WHEN 0 THEN sum(here) WHEN 1 THEN sum(across)
        WHEN 2 THEN sum(down) ELSE sum(once) END, 0)::bigint,
      coalesce(sum(cash) FILTER (WHERE NOT is_transfer), 0),
      coalesce(sum(amount - cash) FILTER (WHERE NOT is_transfer), 0),
      coalesce(sum(amount) FILTER (WHERE is_transfer), 0)
    FROM named
    GROUP BY CUBE (lower(x), lower(y))
    """
  }

  private var lines: SQL {
    if rows == .year { return yearLines(other: columns, "y", "down", year: "x", "across") }
    if columns == .year { return yearLines(other: rows, "x", "across", year: "y", "down") }
    return """
      SELECT \(rows.key) AS x, \(columns.key) AS y, b.is_transfer,
        \(part(filter.whole.amount)) AS amount, \(part(filter.whole.cashable)) AS cash,
        \(firstOfLabel) AS here, \(rows.isShared ? firstOfLabel : first) AS across,
        \(columns.isShared ? firstOfLabel : first) AS down, \(first) AS once
      \(source)
      """
  }

  /// One line for each year in which a benefit has money, which is its first in that cell, and one
  /// for the benefit as a whole, which is its first of all years and stands in a cell of its own
  /// where there is no money at all.
  private func yearLines(
    other: PivotAxis, _ otherName: SQL, _ sumOfOther: SQL, year yearName: SQL, _ sumOfYear: SQL
  ) -> SQL {
    """
    SELECT e.other AS \(otherName), coalesce(e.first_year + e.place - 1, -e.place) AS \(yearName),
        e.is_transfer, \(cut("e.amount")) AS amount, \(cut(yearCash)) AS cash, e.of_label AS here,
        0 AS \(sumOfOther), e.of_all AS \(sumOfYear), 0 AS once
      FROM (
        SELECT \(other.key) AS other, b.is_transfer, \(figure.firstYear) AS first_year,
          b.counted_cash_share, \(firstOfLabel) AS of_label, \(first) AS of_all,
          \(splitting),
          unnest(\(figure.amounts)) AS amount,
          \(cashElement) AS cash,
          generate_subscripts(\(figure.amounts), 1) AS place
        \(source)) e
      WHERE e.amount IS NOT NULL
      UNION ALL
      SELECT \(other.key), NULL, b.is_transfer, NULL, NULL,
        \(firstOfLabel) * (\(figure.amount) IS NULL)::int, \(firstOfLabel),
        \(first) * (\(figure.amount) IS NULL)::int, \(first)
      \(source)
    """
  }

  /// The year's cashable part: the calculator's of a forecast, else by the benefit's share.
  private var yearCash: SQL {
    figure == .forecast
      ? "e.cash"
      : """
      CASE WHEN e.counted_cash_share = 0 THEN 0
        ELSE round(e.amount * e.counted_cash_share, 18) END
      """
  }

  private var cashElement: SQL {
    figure == .forecast ? "unnest(b.cashable)" : "NULL::numeric"
  }

  private var splitting: SQL {
    isSplit ? "s.place AS split, s.parts" : "1 AS split, 1 AS parts"
  }

  private func cut(_ amount: SQL) -> SQL {
    isSplit
      ? """
      CASE WHEN e.parts = 1 THEN \(amount) ELSE
        round(\(amount) * e.split / e.parts, 18) - round(\(amount) * (e.split - 1) / e.parts, 18) END
      """ : amount
  }

  private func part(_ amount: SQL) -> SQL {
    isSplit ? PivotAxis.stakeholderPart(amount) : amount
  }

  /// Whether a benefit is split between its stakeholders, or one stakeholder's part cut from it.
  private var isSplit: Bool { rows.isShared || columns.isShared || stakeholder != nil }

  /// The one stakeholder that is looked at.
  private var stakeholder: String? { filter.labels[.dimension(.stakeholder)] }

  private var ofStakeholder: SQL {
    guard let stakeholder else { return "" }
    return " AND \(PivotAxis.names(stakeholder))"
  }

  private var first: SQL {
    guard stakeholder == nil else { return firstOfLabel }
    return isSplit ? "(s.place = 1)::int" : "1"
  }

  private var firstOfLabel: SQL { isSplit ? "s.is_first::int" : "1" }

  private var source: SQL {
    let isByYear = rows == .year || columns == .year
    return """
      FROM benefit b\(isByYear || filter.needsYearSource ? figure.yearSource : "")
      \(isSplit ? PivotAxis.stakeholders : "")
      WHERE \(filter.conditions("b")) AND \(viewer.sees("b"))
        \(ofStakeholder)
      """
  }
}

extension PivotAxis {
  fileprivate var isShared: Bool { self == .dimension(.stakeholder) }
}
