-- What a council's own headings mean, kept for the next file, and imports that were never applied.

CREATE TABLE heading_match (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL CHECK (version >= 1),
  sheet text NOT NULL CHECK (sheet <> ''),
  heading text NOT NULL CHECK (heading <> ''),
  folded text NOT NULL CHECK (folded <> ''),  -- the form in which headings are compared
  fate text NOT NULL CHECK (fate IN ('field', 'keep', 'leave out')),
  field text CHECK ((field IS NOT NULL) = (fate = 'field')),
  changed_by text NOT NULL,
  changed_at timestamptz NOT NULL,
  removed_at timestamptz  -- no longer applied; the journal keeps what it was
);

CREATE UNIQUE INDEX heading_match_once ON heading_match (
  programme_id, organisation_id, sheet, folded) WHERE removed_at IS NULL;

ALTER TABLE heading_match ENABLE ROW LEVEL SECURITY;
ALTER TABLE heading_match FORCE ROW LEVEL SECURITY;

-- Like the files they belong to: the council's own, and the auditors'.
CREATE POLICY seen ON heading_match FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR 'draft' = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY added ON heading_match FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON heading_match FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

-- A file that was checked and is not wanted; and the matches that it was read with when applied, so
-- that the same can be read from it again.
ALTER TABLE import_run
  ADD COLUMN discarded_at timestamptz,
  ADD COLUMN heading_matches jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT import_run_one_end CHECK (discarded_at IS NULL OR confirmed_at IS NULL);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON heading_match TO concordat_app;
  END IF;
END
$$;
