-- An import notes the measures that it changes, so that they can be put back.

ALTER TABLE import_change DROP CONSTRAINT import_change_kind_check;
ALTER TABLE import_change ADD CONSTRAINT import_change_kind_check
  CHECK (kind IN ('register', 'benefit', 'cost', 'measure', 'actual'));
