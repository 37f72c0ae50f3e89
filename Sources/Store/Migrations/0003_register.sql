-- Benefits registers: one a council and programme, with benefits, costs and actuals.

CREATE TABLE register (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL DEFAULT 1,
  changed_at timestamptz NOT NULL,
  council text NOT NULL DEFAULT '',
  project text NOT NULL DEFAULT '',
  register_version text NOT NULL DEFAULT '',
  author text NOT NULL DEFAULT '',
  made_on date,
  base_year integer CHECK (base_year BETWEEN 1900 AND 2999),
  price_base text NOT NULL DEFAULT 'real' CHECK (price_base IN ('real', 'nominal')),
  discount_rate numeric NOT NULL,
  on_cost_share numeric NOT NULL,
  overhead_share numeric NOT NULL,
  days_per_year numeric NOT NULL,
  leave_days numeric NOT NULL,
  bank_holiday_days numeric NOT NULL,
  sickness_and_training_days numeric NOT NULL,
  hours_per_day numeric NOT NULL,
  UNIQUE (programme_id, organisation_id)
);

CREATE TABLE channel_cost (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  position integer NOT NULL,
  name text NOT NULL,
  cost numeric NOT NULL,
  source text NOT NULL,
  year text NOT NULL,
  PRIMARY KEY (programme_id, organisation_id, position),
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE TABLE benefit (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  organisation_name text NOT NULL,  -- the official one, kept here so that lists sort by it
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,  -- its import was undone; the journal keeps what it was

  reference text NOT NULL CHECK (reference <> ''),
  title text NOT NULL CHECK (title <> ''),
  description text NOT NULL,
  council text NOT NULL,
  service text NOT NULL,
  objective text NOT NULL,
  category text NOT NULL,
  stakeholders text[] NOT NULL,
  tangibility text CHECK (tangibility IN ('Tangible', 'Intangible')),
  cashability text CHECK (cashability IN ('Cashable', 'Non-cashable')),
  owner text NOT NULL,
  status text NOT NULL CHECK (status IN (
    'Identified', 'Profiled', 'Approved', 'Realising', 'Realised', 'Sustained', 'Withdrawn')),
  accrues_to text NOT NULL CHECK (accrues_to IN (
    'Council', 'Another public body', 'Residents', 'Society')),
  budget_line text NOT NULL,
  evidence text NOT NULL,
  next_review date,
  additional jsonb NOT NULL,

  method text NOT NULL CHECK (method IN (
    'Time', 'Unit', 'Channel', 'Contact', 'FTE', 'Amount', 'TakeUp', 'Score')),
  volume numeric,
  salary numeric,
  hourly_rate numeric,
  hours_before numeric,
  hours_after numeric,
  unit_cost_before numeric,
  unit_cost_after numeric,
  from_channel text,
  to_channel text,
  avoidable_share numeric,
  posts numeric,
  amount numeric,
  deadweight_share numeric,
  claim_share numeric,
  optimism_bias_share numeric,
  cash_share numeric,
  drop_off_share numeric,
  start_year integer,
  years integer,
  ramp numeric[] NOT NULL,

  -- What the calculator makes of the inputs, renewed in the transaction that changes them.
  gross numeric,
  undefined_because text,
  net numeric[],
  cashable numeric[],
  net_total numeric,
  cashable_total numeric,
  is_transfer boolean NOT NULL,
  score numeric,
  CHECK ((net IS NULL) = (net_total IS NULL) AND (net IS NULL) = (cashable IS NULL)
    AND (net IS NULL) = (cashable_total IS NULL)),

  -- What lists sort by: never null, of types whose comparisons may use an index under row-level
  -- security. A double orders money well enough, for the identity settles ties.
  reference_order text NOT NULL GENERATED ALWAYS AS (lower(reference)) STORED,
  title_order text NOT NULL GENERATED ALWAYS AS (lower(title)) STORED,
  council_order text NOT NULL GENERATED ALWAYS AS (
    lower(organisation_name) || E'\x01' || lower(reference)) STORED,
  service_order text NOT NULL GENERATED ALWAYS AS (lower(service)) STORED,
  owner_order text NOT NULL GENERATED ALWAYS AS (lower(owner)) STORED,
  status_order integer NOT NULL GENERATED ALWAYS AS (
    CASE status WHEN 'Identified' THEN 1 WHEN 'Profiled' THEN 2 WHEN 'Approved' THEN 3
      WHEN 'Realising' THEN 4 WHEN 'Realised' THEN 5 WHEN 'Sustained' THEN 6 ELSE 7 END) STORED,
  net_order double precision NOT NULL GENERATED ALWAYS AS (
    coalesce(net_total::double precision, '-Infinity')) STORED,
  cashable_order double precision NOT NULL GENERATED ALWAYS AS (
    coalesce(cashable_total::double precision, '-Infinity')) STORED,
  -- What words are looked for in, in lower case.
  search_text text NOT NULL GENERATED ALWAYS AS (
    lower(reference || ' ' || title || ' ' || description || ' ' || service || ' ' || owner)
  ) STORED,

  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE UNIQUE INDEX benefit_reference
  ON benefit (programme_id, organisation_id, reference_order) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_reference
  ON benefit (programme_id, reference_order, id) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_title ON benefit (programme_id, title_order, id) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_council
  ON benefit (programme_id, council_order, id) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_service
  ON benefit (programme_id, service_order, id) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_owner ON benefit (programme_id, owner_order, id) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_status ON benefit (programme_id, status_order, id) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_net ON benefit (programme_id, net_order, id) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_cashable
  ON benefit (programme_id, cashable_order, id) WHERE removed_at IS NULL;
CREATE INDEX benefit_by_change ON benefit (programme_id, changed_at, id) WHERE removed_at IS NULL;

CREATE TABLE benefit_criterion (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  benefit_id uuid NOT NULL REFERENCES benefit,
  position integer NOT NULL,
  name text NOT NULL,
  weight numeric NOT NULL,
  score numeric,
  note text NOT NULL,
  PRIMARY KEY (benefit_id, position)
);

CREATE TABLE cost (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  reference text NOT NULL CHECK (reference <> ''),
  council text NOT NULL,
  description text NOT NULL,
  amount numeric NOT NULL,
  from_year integer NOT NULL,
  to_year integer NOT NULL CHECK (to_year >= from_year),
  optimism_bias_share numeric,
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE UNIQUE INDEX cost_reference
  ON cost (programme_id, organisation_id, lower(reference)) WHERE removed_at IS NULL;

CREATE TABLE actual (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  benefit_id uuid NOT NULL REFERENCES benefit,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  year integer NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  period text NOT NULL,
  value numeric NOT NULL,
  evidence text NOT NULL,
  maturity text NOT NULL CHECK (maturity IN ('Preliminary', 'Interim', 'Final')),
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE UNIQUE INDEX actual_period ON actual (benefit_id, year, period) WHERE removed_at IS NULL;
CREATE INDEX actual_of_register ON actual (organisation_id, programme_id);

-- The sums of a register by visibility, renewed in every transaction that changes a benefit of it,
-- so that the totals of 36,000 benefits are read from some hundred rows.
CREATE TABLE register_total (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  benefit_count integer NOT NULL,
  without_money_count integer NOT NULL,
  cashable numeric NOT NULL,
  non_cashable numeric NOT NULL,
  transfers numeric NOT NULL,
  PRIMARY KEY (programme_id, organisation_id, visibility),
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

-- What one council sees of all the others is read from the index alone.
CREATE INDEX register_total_in_sight ON register_total (programme_id, visibility, organisation_id)
  INCLUDE (benefit_count, without_money_count, cashable, non_cashable, transfers);

ALTER TABLE register ENABLE ROW LEVEL SECURITY;
ALTER TABLE register FORCE ROW LEVEL SECURITY;
ALTER TABLE channel_cost ENABLE ROW LEVEL SECURITY;
ALTER TABLE channel_cost FORCE ROW LEVEL SECURITY;
ALTER TABLE benefit ENABLE ROW LEVEL SECURITY;
ALTER TABLE benefit FORCE ROW LEVEL SECURITY;
ALTER TABLE benefit_criterion ENABLE ROW LEVEL SECURITY;
ALTER TABLE benefit_criterion FORCE ROW LEVEL SECURITY;
ALTER TABLE cost ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost FORCE ROW LEVEL SECURITY;
ALTER TABLE actual ENABLE ROW LEVEL SECURITY;
ALTER TABLE actual FORCE ROW LEVEL SECURITY;
ALTER TABLE register_total ENABLE ROW LEVEL SECURITY;
ALTER TABLE register_total FORCE ROW LEVEL SECURITY;

-- Viewer.sees, stated a second time.
CREATE POLICY seen ON benefit FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR visibility = ANY ((SELECT scope_visible())::text[])));

CREATE POLICY seen ON cost FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR visibility = ANY ((SELECT scope_visible())::text[])));

CREATE POLICY seen ON register_total FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR visibility = ANY ((SELECT scope_visible())::text[])));

-- Who sees a benefit sees its criteria and actuals.
CREATE POLICY seen ON benefit_criterion FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));

CREATE POLICY seen ON actual FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id)));

-- Who sees a benefit sees the assumptions it rests on.
CREATE POLICY seen ON register FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (
      SELECT FROM register_total t
      WHERE t.programme_id = register.programme_id
        AND t.organisation_id = register.organisation_id AND t.benefit_count > 0)));

CREATE POLICY seen ON channel_cost FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (
      SELECT FROM register_total t
      WHERE t.programme_id = channel_cost.programme_id
        AND t.organisation_id = channel_cost.organisation_id AND t.benefit_count > 0)));

-- Only a council's officers write, and only their own.
CREATE POLICY added ON register FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON register FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

CREATE POLICY added ON benefit FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON benefit FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

CREATE POLICY added ON cost FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON cost FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

CREATE POLICY added ON actual FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON actual FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

CREATE POLICY added ON register_total FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON register_total FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

-- Parts of a versioned record, replaced as a whole: the journal keeps what they were.
CREATE POLICY written ON channel_cost USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY written ON benefit_criterion USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
