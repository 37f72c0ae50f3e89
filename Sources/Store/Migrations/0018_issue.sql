-- Issues with their comments, watchers and links; concerns in confidence; lessons; kept lists.

-- In a row that was told in confidence stands to whom it belongs: besides that person only the
-- co-ordinators know of it. It is tested by columns and settings alone, so that indexes serve.

CREATE TABLE issue (
  id uuid PRIMARY KEY,
  number bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the party that raised it
  raised_by uuid REFERENCES person,
  raised_by_name text NOT NULL,
  raised_at timestamptz NOT NULL,
  confided_to uuid REFERENCES person,
  version integer NOT NULL CHECK (version >= 1),
  changed_at timestamptz NOT NULL,
  state_at timestamptz NOT NULL,  -- since when it is in its state
  state text NOT NULL CHECK (state IN (
    'Concern', 'Untriaged', 'Open', 'Waiting', 'Escalated', 'Resolved', 'Withdrawn')),
  title text NOT NULL CHECK (title <> ''),
  description text NOT NULL,
  kind text NOT NULL CHECK (kind IN (
    'Issue', 'Risk', 'Dependency', 'Question', 'Request')),
  owner_id uuid REFERENCES organisation,
  owner_person_id uuid REFERENCES person,
  severity text CHECK (severity IN ('Critical', 'Major', 'Moderate', 'Minor')),
  priority text CHECK (priority IN ('Urgent', 'High', 'Normal', 'Low')),
  cause text CHECK (cause IN ('Resource', 'Decision', 'Communication', 'Technical', 'Supplier',
    'Scope', 'Dependency', 'Other')),
  next_action text NOT NULL,
  due date,
  waiting_for text NOT NULL,
  question text NOT NULL,
  decide_by date,
  answer text NOT NULL,
  resolution text NOT NULL,
  learnt text NOT NULL,
  prevention text NOT NULL,
  is_national boolean NOT NULL,  -- whether it concerns no council by name

  is_live boolean NOT NULL GENERATED ALWAYS AS (
    state IN ('Concern', 'Untriaged', 'Open', 'Waiting', 'Escalated')) STORED,
  -- What lists are sorted by: never NULL. Without a word or a day one comes last.
  severity_order smallint NOT NULL GENERATED ALWAYS AS (CASE severity
    WHEN 'Critical' THEN 1 WHEN 'Major' THEN 2 WHEN 'Moderate' THEN 3 WHEN 'Minor' THEN 4
    ELSE 5 END) STORED,
  priority_order smallint NOT NULL GENERATED ALWAYS AS (CASE priority
    WHEN 'Urgent' THEN 1 WHEN 'High' THEN 2 WHEN 'Normal' THEN 3 WHEN 'Low' THEN 4
    ELSE 5 END) STORED,
  due_order date NOT NULL GENERATED ALWAYS AS (coalesce(due, 'infinity'::date)) STORED,

  -- What the domain says, said a second time.
  CHECK (state NOT IN ('Open', 'Waiting', 'Escalated')
    OR (owner_id IS NOT NULL AND next_action <> '' AND due IS NOT NULL)),
  CHECK (state <> 'Waiting' OR waiting_for <> ''),
  CHECK (state <> 'Escalated' OR (question <> '' AND decide_by IS NOT NULL)),
  CHECK (state <> 'Resolved' OR (resolution <> '' AND learnt <> '' AND prevention <> '')),
  CHECK (state <> 'Concern' OR confided_to IS NOT NULL),
  CHECK (confided_to IS NULL OR state IN ('Concern', 'Withdrawn')),
  CHECK (owner_person_id IS NULL OR owner_id IS NOT NULL)
);

CREATE INDEX issue_live_by_number ON issue (programme_id, is_live, number);
CREATE INDEX issue_live_by_due ON issue (programme_id, is_live, due_order, number);
CREATE INDEX issue_live_by_severity ON issue (programme_id, is_live, severity_order, number);
CREATE INDEX issue_live_by_priority ON issue (programme_id, is_live, priority_order, number);
CREATE INDEX issue_live_by_change ON issue (programme_id, is_live, changed_at, number);
CREATE INDEX issue_by_number ON issue (programme_id, number);
CREATE INDEX issue_by_due ON issue (programme_id, due_order, number);
CREATE INDEX issue_by_severity ON issue (programme_id, severity_order, number);
CREATE INDEX issue_by_priority ON issue (programme_id, priority_order, number);
CREATE INDEX issue_by_change ON issue (programme_id, changed_at, number);
CREATE INDEX issue_of_state ON issue (programme_id, state, number);
CREATE INDEX issue_of_kind ON issue (programme_id, is_live, kind, number);
CREATE INDEX issue_of_cause ON issue (programme_id, is_live, cause, number);
CREATE INDEX issue_of_owner ON issue (programme_id, owner_id, is_live, number);
CREATE INDEX issue_of_raiser ON issue (programme_id, organisation_id, is_live, number);

-- The councils that an issue concerns; none is the whole programme.
CREATE TABLE issue_council (
  programme_id uuid NOT NULL,
  issue_id uuid NOT NULL REFERENCES issue,
  council_id uuid NOT NULL REFERENCES organisation,
  confided_to uuid,
  PRIMARY KEY (issue_id, council_id)
);
CREATE INDEX issue_of_council
  ON issue_council (programme_id, council_id, issue_id) INCLUDE (confided_to);

-- Each word of an issue, so that words are found by their beginnings through an index: comparing
-- texts gives nothing away, which no operator of text search can say under row-level security.
CREATE TABLE issue_word (
  programme_id uuid NOT NULL,
  word text COLLATE "C" NOT NULL,
  issue_id uuid NOT NULL REFERENCES issue,
  is_live boolean NOT NULL,  -- the issue's
  confided_to uuid,
  PRIMARY KEY (issue_id, word)
);
CREATE INDEX issue_by_word
  ON issue_word (programme_id, is_live, word, issue_id) INCLUDE (confided_to);

CREATE FUNCTION words_of(content text) RETURNS SETOF text LANGUAGE sql IMMUTABLE PARALLEL SAFE
AS $$
  SELECT DISTINCT left(w.word, 40)
  FROM regexp_split_to_table(lower(content), '[^[:alnum:]]+') AS w (word)
  WHERE w.word <> ''
    -- Words that stand in nearly every text find nothing: IssueFilter.passedOver, a second time.
    AND w.word <> ALL (ARRAY['a', 'an', 'and', 'are', 'as', 'at', 'be', 'by', 'for', 'from', 'in',
      'is', 'it', 'not', 'of', 'on', 'or', 'that', 'the', 'this', 'to', 'was', 'we', 'with'])
$$;

CREATE TABLE issue_comment (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- the author's
  issue_id uuid NOT NULL REFERENCES issue,
  person_id uuid REFERENCES person,
  person_name text NOT NULL,
  at timestamptz NOT NULL,
  words text NOT NULL CHECK (words <> ''),
  confided_to uuid
);
CREATE INDEX comment_of_issue ON issue_comment (issue_id, at, id);

-- Who is told of what happens to an issue.
CREATE TABLE issue_watcher (
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,
  issue_id uuid NOT NULL REFERENCES issue,
  person_id uuid NOT NULL REFERENCES person,
  confided_to uuid,
  PRIMARY KEY (issue_id, person_id)
);
CREATE INDEX watched_by_person ON issue_watcher (person_id, issue_id);

-- What an issue is about. The record's own table says who sees it.
CREATE TABLE issue_link (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL,
  organisation_id uuid NOT NULL REFERENCES organisation,  -- of whoever linked it
  issue_id uuid NOT NULL REFERENCES issue,
  kind text NOT NULL CHECK (kind IN ('benefit', 'milestone', 'change')),
  record_id uuid NOT NULL,
  removed_at timestamptz,
  confided_to uuid
);
CREATE UNIQUE INDEX issue_link_once ON issue_link (issue_id, kind, record_id)
  WHERE removed_at IS NULL;
CREATE INDEX issue_link_of_record ON issue_link (record_id, issue_id) WHERE removed_at IS NULL;

-- What was learnt, from an issue that was resolved or from what went well.
CREATE TABLE lesson (
  id uuid PRIMARY KEY,
  programme_id uuid NOT NULL REFERENCES programme,
  organisation_id uuid NOT NULL REFERENCES organisation,
  version integer NOT NULL CHECK (version >= 1),
  made_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  issue_id uuid UNIQUE REFERENCES issue,
  kind text NOT NULL CHECK (kind IN ('Success', 'Trouble')),
  title text NOT NULL CHECK (title <> ''),
  learnt text NOT NULL CHECK (learnt <> ''),
  advice text NOT NULL CHECK (advice <> ''),
  cause text CHECK (cause IN ('Resource', 'Decision', 'Communication', 'Technical', 'Supplier',
    'Scope', 'Dependency', 'Other')),
  is_named boolean NOT NULL,  -- whether the party is named
  search_text text NOT NULL GENERATED ALWAYS AS (
    lower(title || ' ' || learnt || ' ' || advice)) STORED
);
CREATE INDEX lesson_by_age ON lesson (programme_id, made_at, id) WHERE withdrawn_at IS NULL;

-- What was done in confidence is in the journal for the same few.
ALTER TABLE journal_entry ADD COLUMN confided_to uuid;
ALTER TABLE journal_change ADD COLUMN confided_to uuid;

CREATE POLICY confided ON journal_entry AS RESTRICTIVE FOR SELECT USING (
  confided_to IS NULL OR confided_to = (SELECT scope_person()) OR (SELECT scope_coordinates())
  OR (SELECT scope_role()) IN ('sealer', 'verifier'));
CREATE POLICY confided ON journal_change AS RESTRICTIVE FOR SELECT USING (
  confided_to IS NULL OR confided_to = (SELECT scope_person()) OR (SELECT scope_coordinates())
  OR (SELECT scope_role()) IN ('sealer', 'verifier'));

-- Kept questions of other lists than the pivot.
ALTER TABLE saved_view ADD COLUMN list text NOT NULL DEFAULT 'pivot'
  CHECK (list IN ('pivot', 'issues'));

ALTER TABLE issue ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue FORCE ROW LEVEL SECURITY;
ALTER TABLE issue_council ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_council FORCE ROW LEVEL SECURITY;
ALTER TABLE issue_word ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_word FORCE ROW LEVEL SECURITY;
ALTER TABLE issue_comment ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_comment FORCE ROW LEVEL SECURITY;
ALTER TABLE issue_watcher ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_watcher FORCE ROW LEVEL SECURITY;
ALTER TABLE issue_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE issue_link FORCE ROW LEVEL SECURITY;
ALTER TABLE lesson ENABLE ROW LEVEL SECURITY;
ALTER TABLE lesson FORCE ROW LEVEL SECURITY;

-- Whoever reads the programme reads its issues; a concern only who confided it and co-ordinators.
CREATE POLICY seen ON issue FOR SELECT USING (
  programme_id = (SELECT scope_read_programme())
  AND (confided_to IS NULL OR confided_to = (SELECT scope_person())
    OR (SELECT scope_coordinates())));
CREATE POLICY raised ON issue FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates()))
  AND (confided_to IS NULL OR confided_to = (SELECT scope_person())));
-- The parties that raised and own it change it, and may hand it to any other.
CREATE POLICY changed ON issue FOR UPDATE USING (
  programme_id = (SELECT scope_programme())
  AND ((organisation_id = (SELECT scope_party()) AND confided_to IS NULL)
    OR owner_id = (SELECT scope_party()) OR confided_to = (SELECT scope_person())
    OR (SELECT scope_coordinates())))
  WITH CHECK (programme_id = (SELECT scope_programme()) AND (SELECT scope_party()) IS NOT NULL);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['issue_council', 'issue_word', 'issue_comment', 'issue_watcher',
    'issue_link']
  LOOP
    EXECUTE format($policy$
      CREATE POLICY seen ON %I FOR SELECT USING (
        programme_id = (SELECT scope_read_programme())
        AND (confided_to IS NULL OR confided_to = (SELECT scope_person())
          OR (SELECT scope_coordinates())))$policy$, name);
  END LOOP;
  -- Parts of an issue, written by whoever may change it.
  FOREACH name IN ARRAY ARRAY['issue_council', 'issue_word']
  LOOP
    EXECUTE format($policy$
      CREATE POLICY written ON %I USING (
        programme_id = (SELECT scope_programme()) AND (SELECT scope_party()) IS NOT NULL
        AND (confided_to IS NULL OR confided_to = (SELECT scope_person())
          OR (SELECT scope_coordinates())))$policy$, name);
  END LOOP;
END
$$;

CREATE POLICY added ON issue_comment FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_party())
  AND person_id IS NOT DISTINCT FROM (SELECT scope_person()));
CREATE POLICY own ON issue_watcher USING (
  programme_id = (SELECT scope_read_programme()) AND person_id = (SELECT scope_person()));
-- Whoever is given an issue watches it.
CREATE POLICY asked ON issue_watcher FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND (SELECT scope_party()) IS NOT NULL);
CREATE POLICY opened ON issue_watcher FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND (SELECT scope_party()) IS NOT NULL);
CREATE POLICY added ON issue_link FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme()) AND organisation_id = (SELECT scope_party()));
CREATE POLICY changed ON issue_link FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND (SELECT scope_party()) IS NOT NULL);

CREATE POLICY seen ON lesson FOR SELECT USING (
  programme_id = (SELECT scope_read_programme()));
CREATE POLICY added ON lesson FOR INSERT WITH CHECK (
  programme_id = (SELECT scope_programme())
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())));
CREATE POLICY changed ON lesson FOR UPDATE USING (
  programme_id = (SELECT scope_programme()) AND (SELECT scope_party()) IS NOT NULL
  AND (organisation_id = (SELECT scope_party()) OR (SELECT scope_coordinates())
    OR issue_id IS NOT NULL));

DO $$
BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    GRANT SELECT, INSERT, UPDATE ON issue, issue_link, lesson TO concordat_app;
    GRANT SELECT, INSERT ON issue_comment TO concordat_app;
    GRANT SELECT, INSERT, UPDATE, DELETE ON issue_council, issue_watcher TO concordat_app;
    GRANT SELECT, INSERT, DELETE ON issue_word TO concordat_app;
  END IF;
END
$$;
