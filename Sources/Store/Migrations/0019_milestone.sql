-- Milestones of every party, what needs what, what waits for them, and warnings in good time.

-- What was agreed among the parties is applied to the records of all that it names, whoever records
-- the agreement: the store says so for the statements that apply it, and for no others.
CREATE FUNCTION scope_agreed() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(current_setting('app.agreed', true) = 'true', false)
  AND scope_party() IS NOT NULL;

CREATE TABLE milestone (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the party whose milestone it is
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  title text NOT NULL CHECK (title <> ''),
  description text NOT NULL,
  office text NOT NULL,
  owner_id uuid REFERENCES person,
  baseline_day date NOT NULL,
  forecast_day date NOT NULL,
  actual_day date,
  slip_reason text NOT NULL,
  due_day date NOT NULL GENERATED ALWAYS AS (coalesce(actual_day, forecast_day)) STORED
);

CREATE INDEX milestone_due ON milestone (programme_id, due_day, id) WHERE withdrawn_at IS NULL;
CREATE INDEX milestone_of_party ON milestone (organisation_id, programme_id, due_day);

-- Which milestone waits for which, and how many days must lie between them.
CREATE TABLE milestone_dependency (
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- of the milestone that waits
  milestone_id uuid NOT NULL REFERENCES milestone,
  needs_id uuid NOT NULL REFERENCES milestone,
  lag_days integer NOT NULL CHECK (lag_days BETWEEN 0 AND 730),
  PRIMARY KEY (milestone_id, needs_id),
  CHECK (milestone_id <> needs_id)
);

CREATE INDEX milestone_dependency_needed ON milestone_dependency (needs_id, milestone_id);

-- Which benefits of a council wait for its milestone.
CREATE TABLE milestone_benefit (
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  milestone_id uuid NOT NULL REFERENCES milestone,
  benefit_id uuid NOT NULL REFERENCES benefit,
  PRIMARY KEY (milestone_id, benefit_id)
);

CREATE INDEX milestone_benefit_of_benefit ON milestone_benefit (benefit_id);

-- Every day that a milestone had in the plan or as its forecast before it got another: the old plan.
CREATE TABLE milestone_move (
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  milestone_id uuid NOT NULL REFERENCES milestone,
  number integer NOT NULL CHECK (number >= 1),
  what text NOT NULL CHECK (what IN ('baseline', 'forecast')),
  from_day date NOT NULL,
  to_day date NOT NULL,
  because text NOT NULL,
  moved_at timestamptz NOT NULL,
  moved_by text NOT NULL,
  act_id uuid NOT NULL,
  PRIMARY KEY (milestone_id, number)
);

-- "This may be so many days late": one that stands at a time, until it is withdrawn or settled.
CREATE TABLE early_warning (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  milestone_id uuid NOT NULL REFERENCES milestone,
  days_late integer NOT NULL CHECK (days_late BETWEEN 1 AND 730),
  likelihood text NOT NULL CHECK (likelihood IN ('Possible', 'Likely', 'Almost certain')),
  reason text NOT NULL CHECK (reason <> ''),
  raised_at timestamptz NOT NULL,
  raised_by text NOT NULL,
  settled_at timestamptz,
  settled_because text,
  CHECK ((settled_at IS NULL) = (settled_because IS NULL))
);

CREATE UNIQUE INDEX early_warning_stands ON early_warning (milestone_id)
  WHERE settled_at IS NULL;
CREATE INDEX early_warning_of_milestone ON early_warning (milestone_id, raised_at);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['milestone', 'milestone_dependency', 'milestone_benefit',
    'milestone_move', 'early_warning']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY added ON %I FOR INSERT WITH CHECK (
         programme_id = (SELECT scope_programme())
         AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['milestone', 'milestone_dependency', 'milestone_move',
    'early_warning']
  LOOP
    EXECUTE format(
      'CREATE POLICY seen ON %I FOR SELECT USING (
         programme_id = (SELECT scope_read_programme()))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['milestone', 'early_warning']
  LOOP
    EXECUTE format(
      'CREATE POLICY changed ON %I FOR UPDATE USING (
         programme_id = (SELECT scope_programme())
         AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())
           OR (SELECT scope_agreed())))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['milestone_dependency', 'milestone_benefit']
  LOOP
    EXECUTE format(
      'CREATE POLICY taken_away ON %I FOR DELETE USING (
         programme_id = (SELECT scope_programme())
         AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())))', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['milestone_move', 'journal_entry', 'journal_change']
  LOOP
    EXECUTE format(
      'CREATE POLICY agreed ON %I FOR INSERT WITH CHECK (
         programme_id = (SELECT scope_programme()) AND (SELECT scope_agreed()))', name);
  END LOOP;
END
$$;

-- Which benefit waits is seen by who sees the benefit.
CREATE POLICY seen ON milestone_benefit FOR SELECT USING (
  programme_id = (SELECT scope_read_programme())
  AND EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON milestone, early_warning TO concordat_app;
    GRANT SELECT, INSERT, DELETE ON milestone_dependency, milestone_benefit TO concordat_app;
    GRANT SELECT, INSERT ON milestone_move TO concordat_app;
  END IF;
END
$$;
