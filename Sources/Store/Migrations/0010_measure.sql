-- What is counted to see whether a benefit comes, and what was forecast and came in each period.

CREATE TABLE measure (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  benefit_id uuid NOT NULL REFERENCES benefit,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_because text NOT NULL DEFAULT '',
  name text NOT NULL CHECK (name <> ''),
  unit text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('Cumulative', 'Point in time', 'Percentage')),
  direction text NOT NULL CHECK (direction IN ('Up', 'Down')),
  frequency text NOT NULL CHECK (frequency IN ('Month', 'Quarter', 'Year')),
  may_sink_below_zero boolean NOT NULL,
  source text NOT NULL,
  baseline numeric,
  baseline_day date,
  target_days date[] NOT NULL,
  targets numeric[] NOT NULL CHECK (cardinality(targets) = cardinality(target_days)),
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_because = ''))
);

CREATE UNIQUE INDEX measure_name ON measure (benefit_id, lower(name)) WHERE withdrawn_at IS NULL;

-- One table for the values of every series. Without a measure a row is of the benefit's money in
-- pounds, as layout 1 has it in its sheet Actuals.
ALTER TABLE actual RENAME TO period_value;
ALTER INDEX actual_of_register RENAME TO period_value_of_register;
DROP INDEX actual_period;

ALTER TABLE period_value
  ADD COLUMN measure_id uuid REFERENCES measure,
  ADD COLUMN forecast numeric,
  ADD COLUMN no_data_because text NOT NULL DEFAULT '',
  ALTER COLUMN value DROP NOT NULL,
  ADD CHECK (value IS NULL OR no_data_because = '');

CREATE UNIQUE INDEX period_value_span ON period_value (benefit_id, measure_id, year, period)
  NULLS NOT DISTINCT WHERE removed_at IS NULL;

-- A benefit's money by financial year from `year_from` on, renewed in the transaction that changes
-- what it rests on: what was forecast, what came, the forecast of exactly the periods that came,
-- and what it will come to. NULL is not known.
ALTER TABLE benefit
  ADD COLUMN year_from integer,
  ADD COLUMN year_forecast numeric[],
  ADD COLUMN year_actual numeric[],
  ADD COLUMN year_forecast_to_date numeric[],
  ADD COLUMN year_outlook numeric[];

-- Works those columns out anew for some benefits; the rules of measures say how. A longer period
-- counts and its parts do not; where nothing was typed a period's forecast is its share of the
-- calculator's net benefit of the year, spread evenly so that all shares add up to the whole.
CREATE FUNCTION renew_year_values(ids uuid[]) RETURNS void LANGUAGE sql AS $$
WITH subject AS (
  SELECT b.id, b.net, r.base_year
  FROM benefit b JOIN register r USING (programme_id, organisation_id)
  WHERE b.id = ANY (ids)
), stretch (period, first, months) AS (
  SELECT 'Year', 0, 12
  UNION ALL SELECT 'Q' || q, 3 * (q - 1), 3 FROM generate_series(1, 4) q
  UNION ALL SELECT 'M' || lpad(m::text, 2, '0'), m - 1, 1 FROM generate_series(1, 12) m
), recorded AS (
  SELECT v.benefit_id, v.year, s.first, s.first + s.months AS behind, v.forecast, v.value,
    max(s.first + s.months) OVER (
      PARTITION BY v.benefit_id, v.year ORDER BY s.first, s.months DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken
  FROM period_value v JOIN stretch s USING (period)
  WHERE v.benefit_id = ANY (ids) AND v.measure_id IS NULL AND v.removed_at IS NULL
    AND (v.forecast IS NOT NULL OR v.value IS NOT NULL OR v.no_data_because <> '')
), counted AS (
  SELECT v.benefit_id, v.year, v.value, n.share, coalesce(v.forecast, n.share) AS forecast
  FROM recorded v JOIN subject b ON b.id = v.benefit_id
    CROSS JOIN LATERAL (
      SELECT round(n.net * v.behind / 12, 18) - round(n.net * v.first / 12, 18) AS share
      FROM (SELECT b.net[v.year - b.base_year + 1]::numeric(60, 24) AS net) n
    ) n
  WHERE v.taken IS NULL OR v.taken <= v.first
), summed AS (
  SELECT benefit_id, year, sum(forecast) AS forecast, sum(value) AS actual,
    CASE WHEN bool_and(forecast IS NOT NULL) FILTER (WHERE value IS NOT NULL)
      THEN sum(forecast) FILTER (WHERE value IS NOT NULL) END AS forecast_to_date,
    sum(coalesce(value, forecast)) AS outlook, sum(share) AS shared
  FROM counted GROUP BY benefit_id, year
), span AS (
  SELECT b.id, b.net, b.base_year,
    least(CASE WHEN b.net IS NOT NULL THEN b.base_year END, min(s.year)) AS first,
    greatest(b.base_year + cardinality(b.net) - 1, max(s.year)) AS last
  FROM subject b LEFT JOIN summed s ON s.benefit_id = b.id
  GROUP BY b.id, b.net, b.base_year
), made AS (
  SELECT p.id, p.first, f.*
  FROM span p LEFT JOIN LATERAL (
    SELECT
      array_agg(CASE WHEN n.net IS NULL THEN s.forecast
        ELSE coalesce(s.forecast, 0) + n.net - coalesce(s.shared, 0) END ORDER BY y) AS forecast,
      array_agg(s.actual ORDER BY y) AS actual,
      array_agg(s.forecast_to_date ORDER BY y) AS forecast_to_date,
      array_agg(CASE WHEN n.net IS NULL THEN s.outlook
        ELSE coalesce(s.outlook, 0) + n.net - coalesce(s.shared, 0) END ORDER BY y) AS outlook
    FROM generate_series(p.first, p.last) y
      CROSS JOIN LATERAL (SELECT p.net[y - p.base_year + 1] AS net) n
      LEFT JOIN summed s ON s.benefit_id = p.id AND s.year = y
  ) f ON true
)
UPDATE benefit b SET year_from = m.first, year_forecast = m.forecast, year_actual = m.actual,
  year_forecast_to_date = m.forecast_to_date, year_outlook = m.outlook
FROM made m
WHERE b.id = m.id
  AND (b.year_from, b.year_forecast, b.year_actual, b.year_forecast_to_date, b.year_outlook)
    IS DISTINCT FROM (m.first, m.forecast, m.actual, m.forecast_to_date, m.outlook)
$$;

ALTER TABLE measure ENABLE ROW LEVEL SECURITY;
ALTER TABLE measure FORCE ROW LEVEL SECURITY;

-- Who sees a benefit sees its measures.
CREATE POLICY seen ON measure FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));
CREATE POLICY added ON measure FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON measure FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

-- What is there already: the owner sees it only while row-level security is not forced on it.
ALTER TABLE benefit NO FORCE ROW LEVEL SECURITY;
ALTER TABLE register NO FORCE ROW LEVEL SECURITY;
ALTER TABLE period_value NO FORCE ROW LEVEL SECURITY;
SELECT renew_year_values((SELECT array_agg(id) FROM benefit));
ALTER TABLE benefit FORCE ROW LEVEL SECURITY;
ALTER TABLE register FORCE ROW LEVEL SECURITY;
ALTER TABLE period_value FORCE ROW LEVEL SECURITY;

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON measure, period_value TO concordat_app;
  END IF;
END
$$;
