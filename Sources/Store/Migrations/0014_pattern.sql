-- Patterns that councils made of their benefits, benefits that were made from patterns with what was
-- assumed then, and what somebody has typed and not yet sent.

CREATE TABLE pattern (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  organisation_name text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('draft', 'published')),
  version integer NOT NULL CHECK (version >= 1),
  title text NOT NULL CHECK (title <> ''),
  content jsonb NOT NULL CHECK (jsonb_typeof(content) = 'object'),
  made_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  removed_at timestamptz  -- no longer offered; benefits made from it stay
);

CREATE UNIQUE INDEX pattern_title
  ON pattern (programme_id, organisation_id, lower(title)) WHERE removed_at IS NULL;

CREATE TABLE adoption (
  benefit_id uuid PRIMARY KEY REFERENCES benefit,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  pattern text NOT NULL CHECK (pattern <> ''),
  edition integer NOT NULL CHECK (edition >= 1),
  title text NOT NULL,
  adopted_by text NOT NULL,
  adopted_at timestamptz NOT NULL
);

CREATE TABLE adopted_assumption (
  benefit_id uuid NOT NULL REFERENCES adoption,
  position integer NOT NULL,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  field text NOT NULL,
  value text NOT NULL,
  reason text NOT NULL,
  confirmed_by text,
  confirmed_at timestamptz,
  PRIMARY KEY (benefit_id, position),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);

-- What stands in a form that was not sent: a working copy without history, one a person and form.
CREATE TABLE draft (
  person_id uuid NOT NULL REFERENCES person,
  form text NOT NULL CHECK (length(form) BETWEEN 1 AND 60),
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  fields jsonb NOT NULL CHECK (jsonb_typeof(fields) = 'object'),
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, form)
);

ALTER TABLE pattern ENABLE ROW LEVEL SECURITY;
ALTER TABLE pattern FORCE ROW LEVEL SECURITY;
ALTER TABLE adoption ENABLE ROW LEVEL SECURITY;
ALTER TABLE adoption FORCE ROW LEVEL SECURITY;
ALTER TABLE adopted_assumption ENABLE ROW LEVEL SECURITY;
ALTER TABLE adopted_assumption FORCE ROW LEVEL SECURITY;
ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE draft FORCE ROW LEVEL SECURITY;

CREATE POLICY seen ON pattern FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR visibility = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY added ON pattern FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON pattern FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

-- Who sees a benefit sees what it was made from.
CREATE POLICY seen ON adoption FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));
CREATE POLICY added ON adoption FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

CREATE POLICY seen ON adopted_assumption FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));
CREATE POLICY added ON adopted_assumption FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON adopted_assumption FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

-- A draft is its person's alone.
CREATE POLICY own ON draft USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable())
  AND person_id = (SELECT scope_person()));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON pattern, adopted_assumption TO concordat_app;
    GRANT SELECT, INSERT ON adoption TO concordat_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON draft TO concordat_app;
  END IF;
END
$$;
