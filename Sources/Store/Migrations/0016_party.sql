-- The parties of a programme as equals: who takes part, who co-ordinates, who is seen by name, and
-- the notices that reach people.

-- The party whose programme record one keeps; councils, suppliers and co-ordinating bodies alike.
CREATE FUNCTION scope_party() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN current_setting('app.role', true) IN ('coordinator', 'council', 'partner')
  THEN nullif(current_setting('app.organisation', true), '')::uuid
END;

-- Whether one keeps the programme record of every party.
CREATE FUNCTION scope_coordinates() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(current_setting('app.role', true) = 'coordinator', false);

-- The programme whose record one reads: every role but the one that keeps accounts.
CREATE FUNCTION scope_read_programme() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN current_setting('app.role', true)
    IN ('coordinator', 'council', 'viewer', 'partner', 'board', 'auditor')
  THEN nullif(current_setting('app.programme', true), '')::uuid
END;

-- Whoever takes part is known by name to all who take part.
CREATE POLICY taking_part ON person FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));

-- What a party or the co-ordinator changes in the programme record is in the journal like the rest.
CREATE POLICY written_by_party ON journal_entry FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));
CREATE POLICY written_by_party ON journal_change FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));

-- One thing that one person is told, once: the key says what it is told for.
CREATE TABLE notice (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the person's
  person_id uuid NOT NULL REFERENCES person,
  kind text NOT NULL CHECK (kind <> ''),
  key text NOT NULL CHECK (key <> ''),
  title text NOT NULL CHECK (title <> ''),
  words text NOT NULL,
  path text NOT NULL CHECK (path LIKE '/%'),
  due date,
  made_at timestamptz NOT NULL,
  read_at timestamptz,
  UNIQUE (person_id, kind, key)
);

CREATE INDEX notice_of_person ON notice (person_id, made_at DESC, id);

ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON notice FOR SELECT USING (
  programme_id = (SELECT scope_programme()) AND person_id = (SELECT scope_person()));
CREATE POLICY read ON notice FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND person_id = (SELECT scope_person()));
CREATE POLICY told ON notice FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_read_programme()) AND (SELECT scope_party()) IS NOT NULL);

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON notice TO concordat_app;
  END IF;
END
$$;
