-- People, their passwords and their sessions.

CREATE TABLE person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  role text NOT NULL CHECK (role IN (
    'coordinator', 'council', 'viewer', 'partner', 'board', 'auditor', 'admin')),
  name text NOT NULL CHECK (name <> ''),
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  retired_at timestamptz
);

-- Apart from the person, so that nothing that lists people can carry a password hash.
CREATE TABLE account (
  person_id uuid PRIMARY KEY REFERENCES person,
  password_hash text NOT NULL,
  changed_at timestamptz NOT NULL
);

CREATE TABLE session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  person_id uuid NOT NULL REFERENCES person,
  signed_in_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  ended_at timestamptz,
  address text NOT NULL
);

CREATE INDEX session_of_person ON session (person_id, signed_in_at, id);

-- Failed and pending sign-ins, for slowing down whoever guesses. The address that was typed is
-- kept as a hash: people type passwords into that field.
CREATE TABLE sign_in_attempt (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email_hash bytea NOT NULL,
  address text NOT NULL,
  at timestamptz NOT NULL,
  failed boolean NOT NULL
);

CREATE INDEX sign_in_attempt_email ON sign_in_attempt (email_hash, at);
CREATE INDEX sign_in_attempt_address ON sign_in_attempt (address, at);
CREATE INDEX sign_in_attempt_age ON sign_in_attempt (at);

-- The person whose address is being signed in with, or whose session is being looked up, is known
-- before there is a viewer: the settings name exactly one.
CREATE FUNCTION scope_email() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
RETURN nullif(current_setting('app.email', true), '');

CREATE FUNCTION scope_session() RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN decode(nullif(current_setting('app.session', true), ''), 'hex');

ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE session FORCE ROW LEVEL SECURITY;
CREATE POLICY presented ON session FOR SELECT USING (token_hash = (SELECT scope_session()));
CREATE POLICY used ON session FOR UPDATE USING (token_hash = (SELECT scope_session()));
CREATE POLICY own ON session FOR SELECT USING (person_id = (SELECT scope_person()));
CREATE POLICY revoked ON session FOR UPDATE USING (person_id = (SELECT scope_person()));
-- The person is whom the policies of person let through: naming that table here would be a circle.
CREATE POLICY begun ON session FOR INSERT WITH CHECK (
  token_hash = (SELECT scope_session()) AND (SELECT scope_email()) IS NOT NULL);

ALTER TABLE person ENABLE ROW LEVEL SECURITY;
ALTER TABLE person FORCE ROW LEVEL SECURITY;
CREATE POLICY own ON person FOR SELECT USING (id = (SELECT scope_person()));
CREATE POLICY signing_in ON person FOR SELECT USING (email = (SELECT scope_email()));
CREATE POLICY presented ON person FOR SELECT USING (
  id = (SELECT s.person_id FROM session s WHERE s.token_hash = (SELECT scope_session())));
-- The programme of whoever may be seen: what the page says before there is a scope.
CREATE POLICY presented ON programme FOR SELECT USING (
  id IN (SELECT p.programme_id FROM person p));
CREATE POLICY administered ON person USING (
  programme_id = (SELECT scope_programme()) AND (SELECT scope_role()) = 'admin');
CREATE POLICY operated ON person USING ((SELECT scope_role()) = 'operator');

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
CREATE POLICY signing_in ON account FOR SELECT USING (
  person_id = (SELECT p.id FROM person p WHERE p.email = (SELECT scope_email())));
CREATE POLICY administered ON account USING (
  (SELECT scope_role()) = 'admin' AND person_id IN (
    SELECT p.id FROM person p WHERE p.programme_id = (SELECT scope_programme())));
CREATE POLICY operated ON account USING ((SELECT scope_role()) = 'operator');
