-- What reaches people outside the pages: e-mail of notices, the weekly digest, and a calendar of
-- days that they may subscribe to.

-- How somebody wants to be told of a kind of notice, or of the digest; without a row, as is usual.
CREATE TABLE notice_preference (
  person_id uuid NOT NULL REFERENCES person,
  topic text NOT NULL CHECK (topic <> ''),
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the person's
  delivery text NOT NULL CHECK (delivery IN ('at once', 'weekly', 'never')),
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (person_id, topic)
);

-- One letter to one person: which notices it tells stands with them, and it is written when it is
-- sent. Its id is what names the letter, so that a letter sent twice after a crash is known as one.
CREATE TABLE mail (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the person's
  person_id uuid NOT NULL REFERENCES person,
  topic text NOT NULL CHECK (topic <> ''),
  week date,  -- a digest's Monday
  state text NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'needless', 'failed')),
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  worker uuid,
  lease_ends_at timestamptz,
  failure text,
  made_at timestamptz NOT NULL,
  ended_at timestamptz,
  UNIQUE (person_id, week),
  CHECK ((topic = 'digest') = (week IS NOT NULL)),
  CHECK ((state = 'sending') = (worker IS NOT NULL AND lease_ends_at IS NOT NULL)),
  CHECK ((state IN ('sent', 'needless', 'failed')) = (ended_at IS NOT NULL))
);

CREATE INDEX mail_to_send ON mail (next_at, id) WHERE state IN ('waiting', 'sending');

ALTER TABLE notice ADD COLUMN mail_id uuid REFERENCES mail;
CREATE INDEX notice_to_mail ON notice (made_at, id) WHERE mail_id IS NULL AND read_at IS NULL;
CREATE INDEX notice_of_mail ON notice (mail_id, made_at, id) WHERE mail_id IS NOT NULL;
CREATE INDEX notice_unread ON notice (person_id, made_at DESC, id) WHERE read_at IS NULL;

-- A calendar's address carries a secret, of which a hash is kept; a person has one at a time.
CREATE TABLE calendar_link (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL UNIQUE CHECK (length(token_hash) = 32),
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the person's
  person_id uuid NOT NULL REFERENCES person,
  made_at timestamptz NOT NULL,
  ended_at timestamptz
);

CREATE UNIQUE INDEX calendar_link_of_person ON calendar_link (person_id) WHERE ended_at IS NULL;

ALTER TABLE notice_preference ENABLE ROW LEVEL SECURITY;
ALTER TABLE notice_preference FORCE ROW LEVEL SECURITY;
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail FORCE ROW LEVEL SECURITY;
ALTER TABLE calendar_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_link FORCE ROW LEVEL SECURITY;

CREATE POLICY own ON notice_preference USING (person_id = (SELECT scope_person()));
CREATE POLICY own ON calendar_link USING (person_id = (SELECT scope_person()));
CREATE POLICY presented ON calendar_link FOR SELECT USING (
  token_hash = (SELECT scope_session()));
CREATE POLICY calendar_presented ON person FOR SELECT USING (
  id = (SELECT c.person_id FROM calendar_link c
    WHERE c.token_hash = (SELECT scope_session()) AND c.ended_at IS NULL));

-- The scope of the job that sends, which no person's role can be.
CREATE POLICY mailed ON mail USING ((SELECT scope_role()) = 'mailer');
CREATE POLICY mailed ON notice FOR SELECT USING ((SELECT scope_role()) = 'mailer');
CREATE POLICY taken ON notice FOR UPDATE USING ((SELECT scope_role()) = 'mailer');
CREATE POLICY mailed ON notice_preference FOR SELECT USING ((SELECT scope_role()) = 'mailer');
CREATE POLICY mailed ON person FOR SELECT USING ((SELECT scope_role()) = 'mailer');
CREATE POLICY mailed ON account FOR SELECT USING ((SELECT scope_role()) = 'mailer');

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON notice_preference, mail, calendar_link TO concordat_app;
  END IF;
END
$$;
