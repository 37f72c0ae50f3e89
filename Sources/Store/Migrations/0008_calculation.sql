-- The calculator's working papers: scenarios, simulations that run in the background, and tokens by
-- which a person's programs ask it.

CREATE TABLE access_token (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  person_id uuid NOT NULL REFERENCES person,
  made_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > made_at),
  ended_at timestamptz
);

CREATE INDEX access_token_of_person ON access_token (person_id, made_at, id);

-- What somebody changes of a register to see what follows: only the differences, so that it follows
-- the register. `subject_id` is whose register it is about, `organisation_id` whose paper it is.
CREATE TABLE scenario (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  subject_id uuid NOT NULL REFERENCES organisation,
  person_id uuid REFERENCES person,
  person_name text NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  changes jsonb NOT NULL CHECK (jsonb_typeof(changes) = 'object'),
  made_at timestamptz NOT NULL,
  removed_at timestamptz
);

CREATE UNIQUE INDEX scenario_name
  ON scenario (programme_id, organisation_id, subject_id, person_id, lower(name))
  WHERE removed_at IS NULL;
CREATE INDEX scenario_of_register
  ON scenario (programme_id, subject_id, made_at, id) WHERE removed_at IS NULL;

-- A long run: what was asked, kept whole so that the register may change meanwhile, who works on it
-- until when, how far it is, and what came of it.
CREATE TABLE simulation_run (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  subject_id uuid NOT NULL REFERENCES organisation,
  person_id uuid REFERENCES person,
  person_name text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  question text NOT NULL CHECK (length(question) <= 33554432),
  trials integer NOT NULL CHECK (trials BETWEEN 1 AND 1000000),
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  trials_done integer NOT NULL DEFAULT 0,
  attempts integer NOT NULL DEFAULT 0,
  worker uuid,
  lease_ends_at timestamptz,
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  failure text,
  result text,
  CHECK ((state = 'running') = (worker IS NOT NULL AND lease_ends_at IS NOT NULL)),
  CHECK ((state = 'done') = (result IS NOT NULL))
);

CREATE INDEX simulation_run_to_do ON simulation_run (asked_at, id)
  WHERE state IN ('waiting', 'running');
CREATE INDEX simulation_run_of_register ON simulation_run (programme_id, subject_id, asked_at, id);

ALTER TABLE access_token ENABLE ROW LEVEL SECURITY;
ALTER TABLE access_token FORCE ROW LEVEL SECURITY;
ALTER TABLE scenario ENABLE ROW LEVEL SECURITY;
ALTER TABLE scenario FORCE ROW LEVEL SECURITY;
ALTER TABLE simulation_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE simulation_run FORCE ROW LEVEL SECURITY;

-- A token is looked up as a session's is: by the hash of what was presented.
CREATE POLICY presented ON access_token FOR SELECT USING (token_hash = (SELECT scope_session()));
CREATE POLICY own ON access_token FOR SELECT USING (person_id = (SELECT scope_person()));
CREATE POLICY operated ON access_token USING ((SELECT scope_role()) = 'operator');
CREATE POLICY token_presented ON person FOR SELECT USING (
  id = (SELECT t.person_id FROM access_token t WHERE t.token_hash = (SELECT scope_session())));

-- A council shares its papers about its own register among its officers; everybody else's are
-- theirs alone, for they may hold what only that person's role may see. Auditors read all.
CREATE POLICY seen ON scenario FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND ((organisation_id = (SELECT scope_own()) AND organisation_id = subject_id)
    OR (organisation_id = (SELECT scope_own()) AND person_id = (SELECT scope_person()))
    OR 'draft' = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY added ON scenario FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND person_id IS NOT DISTINCT FROM (SELECT scope_person()));
CREATE POLICY changed ON scenario FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND (organisation_id = subject_id OR person_id = (SELECT scope_person())));

CREATE POLICY seen ON simulation_run FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND ((organisation_id = (SELECT scope_own()) AND organisation_id = subject_id)
    OR (organisation_id = (SELECT scope_own()) AND person_id = (SELECT scope_person()))
    OR 'draft' = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY added ON simulation_run FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND person_id IS NOT DISTINCT FROM (SELECT scope_person()));
CREATE POLICY changed ON simulation_run FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND (organisation_id = subject_id OR person_id = (SELECT scope_person())));

-- The scope of the job that works them off, which no person's role can be.
CREATE POLICY worked ON simulation_run FOR SELECT USING ((SELECT scope_role()) = 'simulator');
CREATE POLICY advanced ON simulation_run FOR UPDATE USING ((SELECT scope_role()) = 'simulator');

-- Whoever may keep a scenario writes its journal.
CREATE POLICY kept ON journal_entry FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND kind = 'scenario' AND visibility = 'draft');
CREATE POLICY kept ON journal_change FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_own())
  AND visibility = 'draft'
  AND EXISTS (SELECT FROM journal_entry e WHERE e.number = entry_number AND e.kind = 'scenario'));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON access_token, scenario, simulation_run TO concordat_app;
  END IF;
END
$$;
