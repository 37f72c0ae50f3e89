-- Inputs that layout 1 has no column for, and how a register is appraised. What an import noted
-- before has none of these columns: NULL stands for the usual value.

ALTER TABLE benefit
  ADD COLUMN additionality text CHECK (additionality IN ('Proportional', 'Percentage point')),
  ADD COLUMN affected_share numeric,
  ADD COLUMN engagement_share numeric,
  ADD COLUMN retention_share numeric,
  ADD COLUMN impact_share numeric,
  ADD COLUMN confidence_grade integer CHECK (confidence_grade BETWEEN 1 AND 6),
  ADD COLUMN proxy_value numeric;

ALTER TABLE register
  ADD COLUMN rate_base text CHECK (rate_base IN ('real', 'nominal')),
  ADD COLUMN convention text CHECK (convention IN ('yearZero', 'midYear', 'endYear')),
  ADD COLUMN rate_schedule text
    CHECK (rate_schedule IN ('flat', 'standard', 'health', 'reduced')),
  ADD COLUMN post_rule text CHECK (post_rule IN ('any', 'tenths', 'whole')),
  ADD COLUMN deflator text,
  ADD COLUMN deflator_indexes text[];
