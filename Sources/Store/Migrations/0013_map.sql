-- Costs as people keep them: what they buy, what they really came to, and withdrawing one; and the
-- benefits map of a register.

ALTER TABLE cost ADD COLUMN withdrawn_at timestamptz;

-- A reference that was withdrawn may be given again.
DROP INDEX cost_reference;
CREATE UNIQUE INDEX cost_reference ON cost (programme_id, organisation_id, lower(reference))
  WHERE removed_at IS NULL AND withdrawn_at IS NULL;
CREATE INDEX cost_of_register ON cost (organisation_id, programme_id) WHERE removed_at IS NULL;

-- What a cost buys; without a row, the whole programme.
CREATE TABLE cost_benefit (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  cost_id uuid NOT NULL REFERENCES cost,
  benefit_id uuid NOT NULL REFERENCES benefit,
  PRIMARY KEY (cost_id, benefit_id)
);

CREATE INDEX cost_benefit_of_benefit ON cost_benefit (benefit_id);

-- What a cost really came to in a financial year, or why nobody knows.
CREATE TABLE cost_actual (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  cost_id uuid NOT NULL REFERENCES cost,
  year integer NOT NULL CHECK (year BETWEEN 1900 AND 2999),
  value numeric,
  no_value_because text NOT NULL,
  evidence text NOT NULL,
  maturity text NOT NULL CHECK (maturity IN ('Preliminary', 'Interim', 'Final')),
  PRIMARY KEY (cost_id, year),
  CHECK ((value IS NULL) = (no_value_because <> ''))
);

-- What leads to benefits: outputs, changes and outcomes, and objectives that no benefit names yet.
CREATE TABLE map_node (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('draft', 'shared', 'published')),
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,  -- taken off the map, with a reason in the journal
  kind text NOT NULL CHECK (kind IN ('Output', 'Change', 'Outcome', 'Objective')),
  title text NOT NULL CHECK (title <> ''),
  description text NOT NULL,
  owner text NOT NULL,
  due date,
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE UNIQUE INDEX map_node_title ON map_node (programme_id, organisation_id, kind, lower(title))
  WHERE removed_at IS NULL;

-- From a node to a node or a benefit of a later kind, in the same register.
CREATE TABLE map_link (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  removed_at timestamptz,
  from_id uuid NOT NULL REFERENCES map_node,
  to_node_id uuid REFERENCES map_node,
  to_benefit_id uuid REFERENCES benefit,
  CHECK ((to_node_id IS NULL) <> (to_benefit_id IS NULL)),
  FOREIGN KEY (programme_id, organisation_id) REFERENCES register (programme_id, organisation_id)
);

CREATE UNIQUE INDEX map_link_once ON map_link (from_id, coalesce(to_node_id, to_benefit_id))
  WHERE removed_at IS NULL;
CREATE INDEX map_link_of_register ON map_link (organisation_id, programme_id)
  WHERE removed_at IS NULL;

ALTER TABLE cost_benefit ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost_benefit FORCE ROW LEVEL SECURITY;
ALTER TABLE cost_actual ENABLE ROW LEVEL SECURITY;
ALTER TABLE cost_actual FORCE ROW LEVEL SECURITY;
ALTER TABLE map_node ENABLE ROW LEVEL SECURITY;
ALTER TABLE map_node FORCE ROW LEVEL SECURITY;
ALTER TABLE map_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE map_link FORCE ROW LEVEL SECURITY;

-- Who sees a cost sees what it came to; what it buys, as far as those benefits are seen.
CREATE POLICY seen ON cost_actual FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR EXISTS (SELECT FROM cost c WHERE c.id = cost_id)));
CREATE POLICY seen ON cost_benefit FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR (EXISTS (SELECT FROM cost c WHERE c.id = cost_id)
      AND EXISTS (SELECT FROM benefit b WHERE b.id = benefit_id))));

CREATE POLICY seen ON map_node FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR visibility = ANY ((SELECT scope_visible())::text[])));

-- A link is seen by who sees both of its ends.
CREATE POLICY seen ON map_link FOR SELECT USING (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_own())
    OR (EXISTS (SELECT FROM map_node n WHERE n.id = from_id)
      AND (EXISTS (SELECT FROM map_node n WHERE n.id = to_node_id)
        OR EXISTS (SELECT FROM benefit b WHERE b.id = to_benefit_id)))));

-- Parts of a cost, replaced as a whole: the journal keeps what they were.
CREATE POLICY written ON cost_benefit USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY written ON cost_actual USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

CREATE POLICY added ON map_node FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON map_node FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY added ON map_link FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));
CREATE POLICY changed ON map_link FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_writable()));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, DELETE ON cost_benefit, cost_actual TO concordat_app;
    GRANT SELECT, INSERT, UPDATE ON map_node, map_link TO concordat_app;
  END IF;
END
$$;
