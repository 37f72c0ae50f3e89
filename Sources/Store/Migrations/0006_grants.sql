-- What the serving role may do, where it is a role of its own. The journal is append-only for it,
-- and nothing that has a history can be deleted.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'concordat_app') THEN
    RAISE NOTICE 'no role concordat_app: the owner serves, subject to forced row-level security';
    RETURN;
  END IF;

  GRANT SELECT ON schema_migration TO concordat_app;
  GRANT SELECT ON programme, organisation, membership TO concordat_app;
  GRANT SELECT, INSERT, UPDATE ON person, account, session TO concordat_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON sign_in_attempt TO concordat_app;
  GRANT SELECT, INSERT, UPDATE ON register, benefit, cost, actual, register_total TO concordat_app;
  GRANT SELECT, INSERT, DELETE ON channel_cost, benefit_criterion TO concordat_app;
  GRANT SELECT, INSERT ON journal_entry, journal_change, journal_seal TO concordat_app;
  GRANT SELECT, INSERT, UPDATE ON import_run TO concordat_app;
  GRANT SELECT, INSERT ON imported_file, import_change TO concordat_app;
END
$$;
