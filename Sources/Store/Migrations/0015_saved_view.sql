-- Pivots over everything: what every benefit's money comes to in each figure, and the pivots that
-- somebody keeps.

CREATE FUNCTION exact_sum(amounts numeric[]) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT sum(a) FROM unnest(amounts) a);

-- The sum of each amount's cashable part, rounded one by one so that years add up to the whole.
CREATE FUNCTION cashable_sum(amounts numeric[], share numeric) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (SELECT sum(round(a * share, 18)) FROM unnest(amounts) a);

-- Where either is not known, neither is the difference.
CREATE FUNCTION differences(ours numeric[], theirs numeric[]) RETURNS numeric[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN (
  SELECT array_agg(d.ours - d.theirs ORDER BY d.place)
  FROM unnest(ours, theirs) WITH ORDINALITY AS d (ours, theirs, place));

-- The part of a benefit's money that counts as cash: the calculator's, else what was typed.
CREATE FUNCTION counted_cash_share(
  is_transfer boolean, cashability text, typed_share numeric, net numeric, cashable numeric
) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN CASE
  WHEN is_transfer THEN 0
  WHEN net <> 0 THEN cashable / net
  WHEN cashability = 'Cashable' THEN coalesce(typed_share, 1)
  ELSE 0
END;

-- The database renews them with what they rest on; a withdrawn benefit is in no total.
ALTER TABLE benefit
  ADD COLUMN counted_cash_share numeric NOT NULL GENERATED ALWAYS AS (
    counted_cash_share(is_transfer, cashability, cash_share, net_total, cashable_total)) STORED,
  ADD COLUMN year_variance numeric[] GENERATED ALWAYS AS (
    differences(year_actual, year_forecast_to_date)) STORED,
  ADD COLUMN actual_total numeric GENERATED ALWAYS AS (
    CASE WHEN status <> 'Withdrawn' THEN exact_sum(year_actual) END) STORED,
  ADD COLUMN actual_cashable numeric GENERATED ALWAYS AS (
    CASE WHEN status <> 'Withdrawn' THEN cashable_sum(year_actual,
      counted_cash_share(is_transfer, cashability, cash_share, net_total, cashable_total)) END
  ) STORED,
  ADD COLUMN variance_total numeric GENERATED ALWAYS AS (
    CASE WHEN status <> 'Withdrawn'
      THEN exact_sum(differences(year_actual, year_forecast_to_date)) END) STORED,
  ADD COLUMN variance_cashable numeric GENERATED ALWAYS AS (
    CASE WHEN status <> 'Withdrawn'
      THEN cashable_sum(differences(year_actual, year_forecast_to_date),
        counted_cash_share(is_transfer, cashability, cash_share, net_total, cashable_total)) END
  ) STORED,
  ADD COLUMN outlook_total numeric GENERATED ALWAYS AS (
    CASE WHEN status <> 'Withdrawn' THEN exact_sum(year_outlook) END) STORED,
  ADD COLUMN outlook_cashable numeric GENERATED ALWAYS AS (
    CASE WHEN status <> 'Withdrawn' THEN cashable_sum(year_outlook,
      counted_cash_share(is_transfer, cashability, cash_share, net_total, cashable_total)) END
  ) STORED;

-- A question that somebody keeps under a name, as the query of its page.
CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  person_id uuid REFERENCES person,
  person_name text NOT NULL,
  is_shared boolean NOT NULL,  -- with everybody of the organisation
  name text NOT NULL CHECK (name <> ''),
  query text NOT NULL CHECK (length(query) <= 4000),
  made_at timestamptz NOT NULL,
  removed_at timestamptz
);

CREATE INDEX saved_view_of_organisation
  ON saved_view (programme_id, organisation_id, lower(name), id) WHERE removed_at IS NULL;

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;

CREATE POLICY seen ON saved_view FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND ((organisation_id = (SELECT scope_own())
      AND (is_shared OR person_id = (SELECT scope_person())))
    OR 'draft' = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY added ON saved_view FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND person_id IS NOT DISTINCT FROM (SELECT scope_person()));
CREATE POLICY changed ON saved_view FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND (person_id = (SELECT scope_person())
    OR (is_shared AND organisation_id = (SELECT scope_writable()))));

-- Whoever may keep a view writes its journal.
CREATE POLICY kept_view ON journal_entry FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND kind = 'view' AND visibility = 'draft');
CREATE POLICY kept_view ON journal_change FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND visibility = 'draft'
  AND EXISTS (SELECT FROM journal_entry e WHERE e.number = entry_number AND e.kind = 'view'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON saved_view TO concordat_app;
  END IF;
END
$$;
