-- Programmes and their parties, and the scope that row-level security tests.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app')
    AND (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user)
  THEN
    CREATE ROLE concordat_app LOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION
  WHEN duplicate_object OR unique_violation THEN NULL;  -- another database was migrated meanwhile
END
$$;

-- The scope of a transaction, set transaction-locally before its first statement. Unset, every
-- function gives NULL, and no policy lets a row through. Policies call them in scalar sub-selects,
-- so that they run once a statement and never once a row.
CREATE FUNCTION scope_programme() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.programme', true), '')::uuid;

CREATE FUNCTION scope_organisation() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.organisation', true), '')::uuid;

CREATE FUNCTION scope_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.person', true), '')::uuid;

CREATE FUNCTION scope_role() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.role', true), '');

-- The time of the transaction, by the program's clock.
CREATE FUNCTION scope_now() RETURNS timestamptz LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.now', true), '')::timestamptz;

-- The organisation whose records are seen whatever their visibility.
CREATE FUNCTION scope_own() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN nullif(current_setting('app.role', true), '')
    IN ('coordinator', 'council', 'viewer', 'partner', 'board', 'auditor')
  THEN nullif(current_setting('app.organisation', true), '')::uuid
END;

-- The organisation whose records may be changed.
CREATE FUNCTION scope_writable() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE
  WHEN current_setting('app.role', true) = 'council'
  THEN nullif(current_setting('app.organisation', true), '')::uuid
END;

-- Which records of other organisations are seen: Role.seesOfOthers, stated a second time.
CREATE FUNCTION scope_visible() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
RETURN CASE current_setting('app.role', true)
  WHEN 'auditor' THEN ARRAY['draft', 'shared', 'published']
  WHEN 'coordinator' THEN ARRAY['shared', 'published']
  WHEN 'board' THEN ARRAY['shared', 'published']
  WHEN 'council' THEN ARRAY['published']
  WHEN 'viewer' THEN ARRAY['published']
  WHEN 'partner' THEN ARRAY['published']
  ELSE ARRAY[]::text[]
END;

CREATE TABLE programme (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL UNIQUE,
  purpose text NOT NULL
);

-- Public facts about public bodies: every role may read them.
CREATE TABLE organisation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('council', 'supplier', 'co-ordinating body', 'other')),
  name text NOT NULL CHECK (name <> ''),
  code text UNIQUE CHECK (code ~ '^[A-Z][0-9]{8}$'),
  CHECK ((kind = 'council') = (code IS NOT NULL))
);

CREATE UNIQUE INDEX organisation_name ON organisation (kind, lower(name));

CREATE TABLE membership (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  capacity text NOT NULL CHECK (capacity IN (
    'lead council', 'member council', 'council outside the framework contract', 'supplier',
    'co-ordinating body')),
  from_day date NOT NULL,
  to_day date CHECK (to_day >= from_day),
  UNIQUE (programme_id, organisation_id, from_day)
);

ALTER TABLE programme ENABLE ROW LEVEL SECURITY;
ALTER TABLE programme FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON programme FOR SELECT USING (id = (SELECT scope_programme()));
-- The scope of commands that the operator runs as the owner role; no person's role can be it.
CREATE POLICY operated ON programme USING ((SELECT scope_role()) = 'operator');

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
ALTER TABLE membership FORCE ROW LEVEL SECURITY;
CREATE POLICY seen ON membership FOR SELECT USING (programme_id = (SELECT scope_programme()));
CREATE POLICY operated ON membership USING ((SELECT scope_role()) = 'operator');
