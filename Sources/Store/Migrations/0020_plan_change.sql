-- Plan changes: what is proposed, version by version, what each affected party says, what is decided,
-- and who acknowledged it. Nothing of it is ever overwritten but the standing of the change itself.

CREATE TABLE plan_change (
  id uuid PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the proposer
  state text NOT NULL CHECK (state IN ('Proposed', 'Negotiating', 'Agreed', 'Rejected',
    'Withdrawn', 'Communicated', 'Acknowledged')),
  version integer NOT NULL CHECK (version >= 1),  -- counts every act
  revision integer NOT NULL CHECK (revision >= 1),  -- the version of the proposal
  changed_at timestamptz NOT NULL,
  proposed_at timestamptz NOT NULL,
  proposed_by text NOT NULL,
  title text NOT NULL CHECK (title <> ''),
  positions_due date NOT NULL,
  acknowledgement_due date NOT NULL,
  authority text NOT NULL CHECK (authority IN ('The co-ordinator',
    'An affected party''s key decision maker', 'The steering board')),
  authority_party_id uuid REFERENCES organisation,
  told_at timestamptz,
  told_by text NOT NULL DEFAULT '',
  withdrawn_reason text NOT NULL DEFAULT '',
  CHECK ((authority = 'An affected party''s key decision maker') = (authority_party_id IS NOT NULL))
);

CREATE INDEX plan_change_of_programme ON plan_change (programme_id, number DESC);

-- What each version of a proposal said.
CREATE TABLE plan_change_revision (
  change_id uuid NOT NULL REFERENCES plan_change,
  revision integer NOT NULL,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,  -- the proposer
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  note text NOT NULL,  -- why it was amended
  title text NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  reason text NOT NULL,
  on_dates text NOT NULL,
  on_benefits text NOT NULL,
  on_cost numeric,
  on_parties text NOT NULL,
  positions_due date NOT NULL,
  acknowledgement_due date NOT NULL,
  authority text NOT NULL,
  PRIMARY KEY (change_id, revision)
);

-- Whom a version affects.
CREATE TABLE plan_change_party (
  change_id uuid NOT NULL REFERENCES plan_change,
  revision integer NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the affected party
  programme_id uuid NOT NULL,
  chased_at timestamptz,
  PRIMARY KEY (change_id, revision, organisation_id)
);

CREATE INDEX plan_change_of_party ON plan_change_party (organisation_id, change_id);

-- Everything a party said to a version; the last of it is its position.
CREATE TABLE plan_change_position (
  id uuid PRIMARY KEY,
  place bigint GENERATED ALWAYS AS IDENTITY,
  change_id uuid NOT NULL REFERENCES plan_change,
  revision integer NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the affected party
  programme_id uuid NOT NULL,
  taken_at timestamptz NOT NULL,
  taken_by text NOT NULL,
  answer text NOT NULL CHECK (answer IN ('Accept', 'Object', 'Propose something else')),
  words text NOT NULL,
  instead text NOT NULL,
  received text NOT NULL,
  CHECK (answer = 'Accept' OR words <> ''),
  CHECK ((answer = 'Propose something else') = (instead <> ''))
);

CREATE INDEX plan_change_position_of_change ON plan_change_position (change_id, revision, place);

-- The days that a counter-proposal has for milestones that the change moves.
CREATE TABLE plan_change_counter (
  position_id uuid NOT NULL REFERENCES plan_change_position,
  milestone_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  programme_id uuid NOT NULL,
  to_day date NOT NULL,
  PRIMARY KEY (position_id, milestone_id)
);

-- The milestones that a version moves.
CREATE TABLE plan_change_milestone (
  change_id uuid NOT NULL REFERENCES plan_change,
  revision integer NOT NULL,
  milestone_id uuid NOT NULL,
  organisation_id uuid NOT NULL,  -- the proposer
  programme_id uuid NOT NULL,
  from_day date,
  to_day date NOT NULL,
  PRIMARY KEY (change_id, revision, milestone_id)
);

CREATE INDEX plan_change_of_milestone ON plan_change_milestone (milestone_id);

-- The fields of benefits that a version changes, and what the benefit was worth before and after.
CREATE TABLE plan_change_benefit (
  change_id uuid NOT NULL REFERENCES plan_change,
  revision integer NOT NULL,
  benefit_id uuid NOT NULL REFERENCES benefit,
  field text NOT NULL,
  organisation_id uuid NOT NULL,  -- the council whose benefit it is
  programme_id uuid NOT NULL,
  before text NOT NULL,
  after text NOT NULL,
  net_before numeric,
  net_after numeric,
  applied_at timestamptz,
  PRIMARY KEY (change_id, revision, benefit_id, field)
);

CREATE INDEX plan_change_of_benefit ON plan_change_benefit (benefit_id);

-- What was decided, and how the parties stood then.
CREATE TABLE plan_change_decision (
  change_id uuid PRIMARY KEY REFERENCES plan_change,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- who recorded it
  programme_id uuid NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('Agree', 'Reject')),
  decided_by text NOT NULL CHECK (decided_by <> ''),
  decided_on date NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  despite text NOT NULL,
  delegation_holder text,
  delegation_limit numeric,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL
);

CREATE TABLE plan_change_acknowledgement (
  change_id uuid NOT NULL REFERENCES plan_change,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the affected party
  programme_id uuid NOT NULL,
  acknowledged_at timestamptz NOT NULL,
  acknowledged_by text NOT NULL CHECK (acknowledged_by <> ''),
  words text NOT NULL,
  received text NOT NULL,
  recorded_by text NOT NULL,
  PRIMARY KEY (change_id, organisation_id)
);

ALTER TABLE plan_change ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_change_revision ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change_revision FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_change_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change_party FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_change_position ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change_position FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_change_counter ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change_counter FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_change_milestone ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change_milestone FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_change_benefit ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change_benefit FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_change_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change_decision FORCE ROW LEVEL SECURITY;
ALTER TABLE plan_change_acknowledgement ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_change_acknowledgement FORCE ROW LEVEL SECURITY;

-- Every reader of the programme reads its plan changes; of benefits, only those within sight.
CREATE POLICY seen ON plan_change FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY seen ON plan_change_revision FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY seen ON plan_change_party FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY seen ON plan_change_position FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY seen ON plan_change_counter FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY seen ON plan_change_milestone FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY seen ON plan_change_decision FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY seen ON plan_change_acknowledgement FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY seen ON plan_change_benefit FOR SELECT USING (
  programme_id = (SELECT scope_read_programme())
  AND EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id));

-- A party proposes for itself; its change moves on by it, by the co-ordinator and by those affected.
CREATE POLICY added ON plan_change FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));
CREATE POLICY changed ON plan_change FOR UPDATE USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())
    OR EXISTS (SELECT FROM plan_change_party p
      WHERE p.change_id = id AND p.organisation_id = (SELECT scope_party()))));

-- What a proposal says is the proposer's and the co-ordinator's to write.
CREATE POLICY added ON plan_change_revision FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));
CREATE POLICY added ON plan_change_milestone FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));
CREATE POLICY added ON plan_change_party FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND ((SELECT scope_coordinates()) OR EXISTS (SELECT FROM plan_change c
    WHERE c.id = change_id AND c.organisation_id = (SELECT scope_party()))));
CREATE POLICY chased ON plan_change_party FOR UPDATE USING (
  programme_id = (SELECT scope_programme())
  AND ((SELECT scope_coordinates()) OR EXISTS (SELECT FROM plan_change c
    WHERE c.id = change_id AND c.organisation_id = (SELECT scope_party()))));
CREATE POLICY added ON plan_change_benefit FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND ((SELECT scope_coordinates()) OR EXISTS (SELECT FROM plan_change c
    WHERE c.id = change_id AND c.organisation_id = (SELECT scope_party()))));
-- What it made of a benefit is written in the name of the council that keeps the benefit.
CREATE POLICY applied ON plan_change_benefit FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

-- A party speaks for itself; the co-ordinator records what a party told in another way.
CREATE POLICY added ON plan_change_position FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));
CREATE POLICY added ON plan_change_counter FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));
CREATE POLICY added ON plan_change_acknowledgement FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));
CREATE POLICY added ON plan_change_decision FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT ON plan_change, plan_change_revision, plan_change_party,
      plan_change_position, plan_change_counter, plan_change_milestone, plan_change_benefit,
      plan_change_decision, plan_change_acknowledgement TO concordat_app;
    GRANT UPDATE ON plan_change TO concordat_app;
    GRANT UPDATE (chased_at) ON plan_change_party TO concordat_app;
    GRANT UPDATE (net_before, net_after, applied_at) ON plan_change_benefit TO concordat_app;
  END IF;
END
$$;
