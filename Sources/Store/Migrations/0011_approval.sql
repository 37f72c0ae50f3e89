-- Approval of forecasts, the baselines that it freezes, periods that are closed, and the files that
-- show that figures are right.

-- The officers of one's own council: who else may decide about what one submitted.
CREATE POLICY colleagues ON person FOR SELECT USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable())
  AND role = 'council');

-- One submission of a benefit's forecast, with what was submitted, and what came of it.
CREATE TABLE approval (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  benefit_id uuid NOT NULL REFERENCES benefit,
  -- The benefit's as it was: what was said of a draft stays one when the benefit is published.
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  number integer NOT NULL CHECK (number >= 1),
  state text NOT NULL CHECK (state IN ('waiting', 'takenBack', 'returned', 'approved')),
  content text NOT NULL,
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
  submitted_by uuid REFERENCES person,
  submitted_by_name text NOT NULL,
  submitted_at timestamptz NOT NULL,
  note text NOT NULL,
  decided_by uuid REFERENCES person,
  decided_by_name text,
  decided_at timestamptz,
  reason text NOT NULL DEFAULT '',
  UNIQUE (benefit_id, number),
  CHECK ((state = 'waiting') = (decided_at IS NULL)),
  CHECK ((decided_at IS NULL) = (decided_by_name IS NULL))
);

CREATE UNIQUE INDEX approval_waiting ON approval (benefit_id) WHERE state = 'waiting';
CREATE INDEX approval_waiting_in ON approval (programme_id, submitted_at, id)
  WHERE state = 'waiting';

-- What was approved, byte for byte. There is no policy and no grant to change it.
CREATE TABLE baseline (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  benefit_id uuid NOT NULL REFERENCES benefit,
  approval_id uuid NOT NULL UNIQUE REFERENCES approval,
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  number integer NOT NULL CHECK (number >= 1),
  content text NOT NULL,
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
  engine text NOT NULL,
  submitted_by_name text NOT NULL,
  submitted_at timestamptz NOT NULL,
  approved_by_name text NOT NULL,
  approved_at timestamptz NOT NULL,
  reason text NOT NULL,
  -- Whoever submitted it approved it: the council has no other officer, and the reason says why.
  self_approved boolean NOT NULL,
  UNIQUE (benefit_id, number),
  CHECK (NOT self_approved OR reason <> '')
);

CREATE INDEX baseline_self_approved ON baseline (programme_id, approved_at, id)
  WHERE self_approved;

-- The actuals of a council's register for a period: submitted, closed, perhaps reopened. A period
-- that is closed anew gets another row.
CREATE TABLE period_close (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  number integer NOT NULL CHECK (number >= 1),
  year integer NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  period text NOT NULL CHECK (period IN ('Year', 'Q1', 'Q2', 'Q3', 'Q4', 'M01', 'M02', 'M03',
    'M04', 'M05', 'M06', 'M07', 'M08', 'M09', 'M10', 'M11', 'M12')),
  state text NOT NULL CHECK (state IN (
    'submitted', 'takenBack', 'returned', 'closed', 'reopened')),
  submitted_by uuid REFERENCES person,
  submitted_by_name text NOT NULL,
  submitted_at timestamptz NOT NULL,
  note text NOT NULL,
  -- How many values were missing when it was closed.
  missing_count integer,
  decided_by_name text,
  decided_at timestamptz,
  reason text NOT NULL DEFAULT '',
  self_closed boolean NOT NULL DEFAULT false,
  reopened_by_name text,
  reopened_at timestamptz,
  reopen_reason text NOT NULL DEFAULT '',
  CHECK ((state = 'submitted') = (decided_at IS NULL)),
  CHECK ((state = 'reopened') = (reopened_at IS NOT NULL)),
  CHECK (NOT self_closed OR reason <> ''),
  CHECK (reopened_at IS NULL OR reopen_reason <> '')
);

CREATE UNIQUE INDEX period_close_in_force
  ON period_close (programme_id, organisation_id, year, period) WHERE state IN ('submitted', 'closed');
CREATE UNIQUE INDEX period_close_of_register
  ON period_close (programme_id, organisation_id, number);

-- A file that supports a benefit, and perhaps one measure or one period of it.
CREATE TABLE evidence (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  benefit_id uuid NOT NULL REFERENCES benefit,
  version integer NOT NULL CHECK (version >= 1),
  file_name text NOT NULL CHECK (file_name <> ''),
  kind text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes BETWEEN 1 AND 10485760),
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
  note text NOT NULL,
  measure_id uuid,
  year integer CHECK (year BETWEEN 1900 AND 2999),
  period text,
  attached_by_name text NOT NULL,
  attached_at timestamptz NOT NULL,
  removed_by_name text,
  removed_at timestamptz,
  removal_reason text NOT NULL DEFAULT '',
  CHECK ((year IS NULL) = (period IS NULL)),
  CHECK ((removed_at IS NULL) = (removal_reason = ''))
);

CREATE INDEX evidence_of_benefit ON evidence (benefit_id, attached_at, id);

CREATE TABLE evidence_chunk (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  evidence_id uuid NOT NULL REFERENCES evidence,
  position integer NOT NULL,
  chunk bytea NOT NULL CHECK (length(chunk) <= 1048576),
  PRIMARY KEY (evidence_id, position)
);

ALTER TABLE approval ENABLE ROW LEVEL SECURITY;
ALTER TABLE approval FORCE ROW LEVEL SECURITY;
ALTER TABLE baseline ENABLE ROW LEVEL SECURITY;
ALTER TABLE baseline FORCE ROW LEVEL SECURITY;
ALTER TABLE period_close ENABLE ROW LEVEL SECURITY;
ALTER TABLE period_close FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence FORCE ROW LEVEL SECURITY;
ALTER TABLE evidence_chunk ENABLE ROW LEVEL SECURITY;
ALTER TABLE evidence_chunk FORCE ROW LEVEL SECURITY;

-- Who sees a benefit sees its evidence, and what was asked and decided while it was as visible.
CREATE POLICY seen ON approval FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR (visibility = ANY ((SELECT scope_visible())::text[])
      AND EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id))));
CREATE POLICY seen ON baseline FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR (visibility = ANY ((SELECT scope_visible())::text[])
      AND EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id))));
CREATE POLICY seen ON evidence FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));
CREATE POLICY seen ON evidence_chunk FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM evidence e WHERE e.id = evidence_id)));

-- Who sees a benefit of a register sees which of its periods are closed.
CREATE POLICY seen ON period_close FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (
      SELECT FROM register_total t
      WHERE t.programme_id = period_close.programme_id
        AND t.organisation_id = period_close.organisation_id AND t.benefit_count > 0)));

CREATE POLICY added ON approval FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON approval FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON baseline FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON period_close FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON period_close FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON evidence FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON evidence FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON evidence_chunk FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON approval, period_close, evidence TO concordat_app;
    GRANT SELECT, INSERT ON baseline, evidence_chunk TO concordat_app;
  END IF;
END
$$;
