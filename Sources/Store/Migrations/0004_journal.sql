-- Who changed what, when: written in the transaction of the change, never changed, chained later.

CREATE TABLE journal_entry (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  transaction_id xid8 NOT NULL DEFAULT pg_current_xact_id(),
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  organisation_name text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  at timestamptz NOT NULL,
  actor_id uuid,
  actor_name text NOT NULL,
  act_id uuid NOT NULL,
  act_name text NOT NULL,
  reason text NOT NULL,
  request_id text NOT NULL,
  kind text NOT NULL,
  record_id uuid NOT NULL,
  label text NOT NULL,
  version integer NOT NULL,
  salt bytea NOT NULL CHECK (length(salt) = 16),
  changes_hash bytea NOT NULL CHECK (length(changes_hash) = 32)
);

CREATE INDEX journal_entry_record ON journal_entry (record_id, number);
CREATE INDEX journal_entry_organisation ON journal_entry (programme_id, organisation_id, number);
CREATE INDEX journal_entry_act ON journal_entry (act_id, number);

-- The changes stand apart, so that personal data in them can be erased while the chain holds.
CREATE TABLE journal_change (
  entry_number bigint NOT NULL REFERENCES journal_entry,
  position integer NOT NULL,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  field text NOT NULL,
  label text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  PRIMARY KEY (entry_number, position)
);

-- One link a sealed entry: SHA-256 over the link before it and the entry.
CREATE TABLE journal_seal (
  position bigint PRIMARY KEY CHECK (position >= 1),
  entry_number bigint NOT NULL UNIQUE,
  hash bytea NOT NULL CHECK (length(hash) = 32)
);

ALTER TABLE journal_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_entry FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_change FORCE ROW LEVEL SECURITY;
ALTER TABLE journal_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE journal_seal FORCE ROW LEVEL SECURITY;

-- An entry has the narrower visibility of the record before and after the change, so that what was
-- a draft stays one in the journal.
CREATE POLICY seen ON journal_entry FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR visibility = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY seen ON journal_change FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR visibility = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY seen ON journal_seal FOR SELECT USING ((SELECT scope_role()) IS NOT NULL);

CREATE POLICY administered ON journal_entry FOR SELECT USING (
  programme_id = (SELECT scope_programme()) AND (SELECT scope_role()) = 'admin'
  AND kind = 'person');

-- INSERT … RETURNING needs sight of the row.
CREATE POLICY operated ON journal_entry FOR SELECT USING (
  (SELECT scope_role()) = 'operator' AND kind = 'person');

CREATE POLICY written ON journal_entry FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_writable())
    OR ((SELECT scope_role()) IN ('admin', 'operator') AND kind = 'person')));
CREATE POLICY written ON journal_change FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_writable())
    OR (SELECT scope_role()) IN ('admin', 'operator')));

-- The scopes of two jobs, which no person's role can be: one chains entries, one checks them.
CREATE POLICY sealing ON journal_entry FOR SELECT USING (
  (SELECT scope_role()) IN ('sealer', 'verifier'));
CREATE POLICY verifying ON journal_change FOR SELECT USING ((SELECT scope_role()) = 'verifier');
CREATE POLICY sealing ON journal_seal FOR INSERT WITH CHECK ((SELECT scope_role()) = 'sealer');
