-- What the parties promise one another: who decides, who is ready, who has which part in what, what the
-- programme is for, the charter, and other programmes that draw on the same people.

-- Somebody's time in an office of a party.
CREATE TABLE office (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  kind text NOT NULL CHECK (kind IN (
    'Key decision maker', 'Champion', 'Project-board chair', 'Benefits lead', 'Technical lead')),
  person_id uuid REFERENCES person,
  holder text NOT NULL CHECK (holder <> ''),
  deputy text NOT NULL,
  limit_pounds numeric CHECK (limit_pounds >= 0),  -- NULL is not known
  from_day date NOT NULL,
  to_day date CHECK (to_day >= from_day)
);

CREATE INDEX office_of_party ON office (programme_id, organisation_id, kind)
  WHERE withdrawn_at IS NULL;

-- What a council says of one check of its readiness; all of a council's rows share one version.
CREATE TABLE readiness_answer (
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  readiness_check text NOT NULL CHECK (
    readiness_check IN ('localBoard', 'coordinatorOnBoard', 'data', 'technology')),
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  standing text NOT NULL CHECK (standing IN ('Not yet', 'In hand', 'In place', 'Not needed')),
  day date,
  note text NOT NULL,
  PRIMARY KEY (programme_id, organisation_id, readiness_check)
);

CREATE TABLE activity (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- who recorded it
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  title text NOT NULL CHECK (title <> ''),
  description text NOT NULL
);

CREATE UNIQUE INDEX activity_title ON activity (programme_id, lower(title))
  WHERE withdrawn_at IS NULL;

-- The part of a party in an activity, and whether the party has confirmed it.
CREATE TABLE responsibility (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  activity_id uuid NOT NULL REFERENCES activity,
  part text NOT NULL CHECK (part IN ('Accountable', 'Responsible', 'Consulted', 'Informed')),
  confirmed_at timestamptz,
  confirmed_by text NOT NULL DEFAULT '',
  PRIMARY KEY (activity_id, organisation_id)
);

CREATE UNIQUE INDEX responsibility_accountable ON responsibility (activity_id)
  WHERE part = 'Accountable';
CREATE INDEX responsibility_of_party ON responsibility (organisation_id, programme_id);

CREATE TABLE programme_objective (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  title text NOT NULL CHECK (title <> ''),
  description text NOT NULL
);

CREATE UNIQUE INDEX programme_objective_title ON programme_objective (programme_id, lower(title))
  WHERE withdrawn_at IS NULL;

CREATE TABLE objective_target (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  objective_id uuid NOT NULL REFERENCES programme_objective,
  term text NOT NULL CHECK (term IN ('short', 'medium', 'long', 'after')),
  words text NOT NULL CHECK (words <> ''),
  by_day date,
  standing text NOT NULL CHECK (
    standing IN ('Not begun', 'On course', 'At risk', 'Met', 'Missed')),
  PRIMARY KEY (objective_id, term)
);

-- A version of the charter; nobody can change one.
CREATE TABLE charter (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  number integer NOT NULL CHECK (number >= 1),
  body text NOT NULL CHECK (body <> ''),
  news text NOT NULL,
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  UNIQUE (programme_id, number)
);

CREATE TABLE charter_acceptance (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  charter_id uuid NOT NULL REFERENCES charter,
  accepted_at timestamptz NOT NULL,
  accepted_by text NOT NULL CHECK (accepted_by <> ''),
  PRIMARY KEY (charter_id, organisation_id)
);

CREATE TABLE other_programme (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  name text NOT NULL CHECK (name <> ''),
  run_by text NOT NULL,
  description text NOT NULL,
  from_day date NOT NULL,
  to_day date CHECK (to_day >= from_day),
  people text[] NOT NULL
);

-- A party that another programme draws on.
CREATE TABLE other_programme_party (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  other_id uuid NOT NULL REFERENCES other_programme,
  PRIMARY KEY (other_id, organisation_id)
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['office', 'readiness_answer', 'activity', 'responsibility',
    'programme_objective', 'objective_target', 'charter', 'charter_acceptance', 'other_programme',
    'other_programme_party']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY seen ON %I FOR SELECT USING (
      programme_id = (SELECT scope_read_programme()))', name);
  END LOOP;
  -- A party's own share, which the co-ordinator keeps as well.
  FOREACH name IN ARRAY ARRAY['office', 'readiness_answer', 'responsibility', 'charter_acceptance']
  LOOP
    EXECUTE format('CREATE POLICY written ON %I USING (
      programme_id = (SELECT scope_programme())
      AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())))', name);
  END LOOP;
  -- What belongs to the programme as a whole.
  FOREACH name IN ARRAY ARRAY['activity', 'programme_objective', 'objective_target', 'charter',
    'other_programme', 'other_programme_party']
  LOOP
    EXECUTE format('CREATE POLICY written ON %I USING (
      programme_id = (SELECT scope_programme()) AND (SELECT scope_coordinates()))', name);
  END LOOP;
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON office, readiness_answer, activity, programme_objective,
      other_programme TO concordat_app;
    -- Parts, replaced as a whole: the journal keeps what they were.
    GRANT SELECT, INSERT, UPDATE, DELETE ON responsibility, objective_target,
      other_programme_party TO concordat_app;
    GRANT SELECT, INSERT ON charter, charter_acceptance TO concordat_app;
  END IF;
END
$$;
