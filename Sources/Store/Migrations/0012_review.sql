-- Reviews of benefits, the hand-over of a benefit to a new owner, and what keeps figures honest.

-- When a benefit was last reviewed, written with the review; and what the list of reviews sorts by.
-- Comparisons of dates may use an index under row-level security.
ALTER TABLE benefit
  ADD COLUMN reviewed_on date,
  ADD COLUMN review_order date NOT NULL
    GENERATED ALWAYS AS (coalesce(next_review, 'infinity'::date)) STORED;

CREATE INDEX benefit_by_review ON benefit (programme_id, review_order, reference_order, id)
  WHERE removed_at IS NULL AND status <> 'Withdrawn';

-- A review is never changed: a later one corrects it. The snapshot is the benefit as the review left
-- it, as JSON text.
CREATE TABLE review (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  benefit_id uuid NOT NULL REFERENCES benefit,
  -- The benefit's as it was: what was found of a draft stays one when the benefit is published.
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  number integer NOT NULL CHECK (number >= 1),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  reviewed_on date NOT NULL,
  reviewer text NOT NULL CHECK (reviewer <> ''),
  finding text NOT NULL CHECK (finding <> ''),
  confidence text CHECK (confidence IN ('High', 'Medium', 'Low')),
  decision text NOT NULL CHECK (decision IN (
    'Continue', 'Change the forecast', 'Hand over to a new owner', 'Sustained', 'Withdraw')),
  new_owner text NOT NULL,
  reason text NOT NULL,
  schedule text NOT NULL CHECK (schedule IN (
    'In 3 months', 'In 6 months', 'In 12 months', 'On another day', 'No further review')),
  next_review date,
  due_on date,  -- the day that had been set for this review
  snapshot text NOT NULL,
  UNIQUE (benefit_id, number),
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE TABLE handover (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  benefit_id uuid NOT NULL REFERENCES benefit,
  version integer NOT NULL CHECK (version >= 1),
  offered_at timestamptz NOT NULL,
  offered_by text NOT NULL,
  from_owner text NOT NULL,
  to_owner text NOT NULL CHECK (to_owner <> ''),
  note text NOT NULL,
  state text NOT NULL CHECK (state IN ('Waiting for the new owner', 'Accepted', 'Taken back')),
  acceptance_note text NOT NULL,
  settled_at timestamptz,
  settled_by text,
  CHECK ((state = 'Waiting for the new owner') = (settled_at IS NULL)),
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE UNIQUE INDEX handover_waiting ON handover (benefit_id)
  WHERE state = 'Waiting for the new owner';
CREATE INDEX handover_of_benefit ON handover (benefit_id, offered_at);

-- What benefits of one council or of several draw on together, and each benefit's share of it.
CREATE TABLE shared_source (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  kind text NOT NULL CHECK (kind IN ('Measure', 'Population', 'Source of money')),
  name text NOT NULL CHECK (name <> ''),
  whole numeric,
  unit text NOT NULL,
  note text NOT NULL,
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE INDEX shared_source_by_name ON shared_source (programme_id, lower(name), id)
  WHERE removed_at IS NULL;

CREATE TABLE attribution (
  source_id uuid NOT NULL REFERENCES shared_source,
  benefit_id uuid NOT NULL REFERENCES benefit,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  share numeric NOT NULL CHECK (share > 0 AND share <= 1),
  note text NOT NULL,
  PRIMARY KEY (source_id, benefit_id)
);

CREATE INDEX attribution_of_benefit ON attribution (benefit_id);
CREATE INDEX attribution_of_register ON attribution (organisation_id, programme_id);

-- What each council claims of a source, drafts included, renewed in every transaction that changes a
-- share or a benefit: all that one council learns of the others' claims is their sum.
CREATE TABLE source_claim (
  source_id uuid NOT NULL REFERENCES shared_source,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  share numeric NOT NULL CHECK (share >= 0),
  PRIMARY KEY (source_id, organisation_id)
);

-- Whose budget pays for a benefit, and which measure must not get worse for it. `standing` is worked
-- out anew in every transaction that changes the measure or its values.
CREATE TABLE benefit_check (
  benefit_id uuid PRIMARY KEY REFERENCES benefit,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  payer text NOT NULL,
  payer_note text NOT NULL,
  payer_id uuid REFERENCES organisation,
  measure_id uuid REFERENCES measure,
  floor numeric,
  dip_from date,
  dip_to date CHECK (dip_to >= dip_from),
  dip_depth numeric CHECK (dip_depth >= 0),
  standing text NOT NULL CHECK (standing IN (
    'Holds', 'Dips as expected', 'Fallen', 'Dips for too long', 'Dips too deep', 'Not known')),
  CHECK ((dip_from IS NULL) = (dip_to IS NULL) AND (dip_from IS NULL) = (dip_depth IS NULL))
);

CREATE INDEX benefit_check_of_measure ON benefit_check (measure_id);
CREATE INDEX benefit_check_flagged ON benefit_check (benefit_id)
  WHERE standing IN ('Fallen', 'Dips for too long', 'Dips too deep');
CREATE INDEX benefit_check_paid ON benefit_check (benefit_id) WHERE payer <> '';

-- Two benefits that somebody looked at and found to be different.
CREATE TABLE duplicate_dismissal (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  first_id uuid NOT NULL REFERENCES benefit,
  second_id uuid NOT NULL REFERENCES benefit,
  reason text NOT NULL CHECK (reason <> ''),
  made_at timestamptz NOT NULL,
  made_by text NOT NULL,
  UNIQUE (organisation_id, first_id, second_id),
  CHECK (first_id < second_id)
);

ALTER TABLE shared_source ENABLE ROW LEVEL SECURITY;
ALTER TABLE shared_source FORCE ROW LEVEL SECURITY;
ALTER TABLE attribution ENABLE ROW LEVEL SECURITY;
ALTER TABLE attribution FORCE ROW LEVEL SECURITY;
ALTER TABLE source_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE source_claim FORCE ROW LEVEL SECURITY;
ALTER TABLE benefit_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE benefit_check FORCE ROW LEVEL SECURITY;
ALTER TABLE duplicate_dismissal ENABLE ROW LEVEL SECURITY;
ALTER TABLE duplicate_dismissal FORCE ROW LEVEL SECURITY;
ALTER TABLE review ENABLE ROW LEVEL SECURITY;
ALTER TABLE review FORCE ROW LEVEL SECURITY;
ALTER TABLE handover ENABLE ROW LEVEL SECURITY;
ALTER TABLE handover FORCE ROW LEVEL SECURITY;

-- Who sees a benefit sees who answers for it, and of its reviews those that were as visible then.
CREATE POLICY seen ON review FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR (visibility = ANY ((SELECT scope_visible())::text[])
      AND EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id))));
CREATE POLICY seen ON handover FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));

CREATE POLICY seen ON attribution FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));
CREATE POLICY seen ON benefit_check FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));

-- A source is seen as a benefit is; who sees it learns how much each council claims of it.
CREATE POLICY seen ON shared_source FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR visibility = ANY ((SELECT scope_visible())::text[])));
CREATE POLICY seen ON source_claim FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM shared_source s WHERE s.id = source_id)));

-- Who sees both benefits sees what was said of the two.
CREATE POLICY seen ON duplicate_dismissal FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR (EXISTS (SELECT FROM benefit b WHERE b.id = first_id)
      AND EXISTS (SELECT FROM benefit b WHERE b.id = second_id))));

CREATE POLICY added ON shared_source FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON shared_source FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON attribution FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON attribution FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON source_claim FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON source_claim FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON benefit_check FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON benefit_check FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON duplicate_dismissal FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON review FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON handover FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON handover FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT ON review, duplicate_dismissal TO concordat_app;
    GRANT SELECT, INSERT, UPDATE ON handover, shared_source, attribution, source_claim,
      benefit_check TO concordat_app;
  END IF;
END
$$;
