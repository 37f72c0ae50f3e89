-- Files that were brought in, kept as evidence, and what they changed, so that it can be undone.

CREATE TABLE import_run (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  file_name text NOT NULL,
  size_bytes bigint NOT NULL CHECK (size_bytes BETWEEN 0 AND 67108864),
  fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32),
  error_count integer NOT NULL,
  warning_count integer NOT NULL,
  note_count integer NOT NULL,
  base_versions jsonb NOT NULL,  -- part and reference to the version that the dry run compared with
  staged_by text NOT NULL,
  staged_at timestamptz NOT NULL,
  confirmed_at timestamptz,
  undone_at timestamptz,
  added_count integer,
  changed_count integer,
  unchanged_count integer,
  missing_count integer
);

CREATE INDEX import_run_of_organisation ON import_run (organisation_id, staged_at, id);

CREATE TABLE imported_file (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  import_id uuid NOT NULL REFERENCES import_run,
  position integer NOT NULL,
  chunk bytea NOT NULL CHECK (length(chunk) <= 1048576),
  PRIMARY KEY (import_id, position)
);

-- Each row that an import wrote: what it was before (null: it was not there) and which version the
-- import made of it.
CREATE TABLE import_change (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  import_id uuid NOT NULL REFERENCES import_run,
  position integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('register', 'benefit', 'cost', 'actual')),
  record_id uuid NOT NULL,
  label text NOT NULL,
  version integer NOT NULL,
  before jsonb,
  PRIMARY KEY (import_id, position)
);

ALTER TABLE import_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_run FORCE ROW LEVEL SECURITY;
ALTER TABLE imported_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE imported_file FORCE ROW LEVEL SECURITY;
ALTER TABLE import_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE import_change FORCE ROW LEVEL SECURITY;

-- A file is a draft: the council's own, and the auditors'.
CREATE POLICY seen ON import_run FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR 'draft' = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY added ON import_run FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON import_run FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

CREATE POLICY seen ON imported_file FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR 'draft' = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY added ON imported_file FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

CREATE POLICY seen ON import_change FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR 'draft' = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY added ON import_change FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
