import Postgres

/// What makes a database that a test used what it was before: making another takes ten times as long.
struct TestCleaning: Sendable {
  /// What all databases look like: relations, columns, rules, rights.
  let shape: String
  /// Tables that migrations fill: they stay as they are.
  let filled: [String]
}

extension Connection {
  /// What every test's database looks like, read from the template before anybody takes part.
  func cleaning() throws -> TestCleaning {
    let tables = try query(
      """
      SELECT relname FROM pg_class
      WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname
      """
    ) { row in try row.next(String.self) }
    let filled = try tables.filter { table in
      try first("SELECT WHERE EXISTS (SELECT FROM \(SQL.identifier(table)))") != nil
    }
    return TestCleaning(shape: try shape(), filled: filled)
  }

  /// Empties the database and lets everybody take part again; false where a test changed more than
  /// rows.
  func clean(by cleaning: TestCleaning) throws -> Bool {
    guard try shape() == cleaning.shape else { return false }
    let stay = cleaning.filled.map { "'\($0)'" }.joined(separator: ", ")
    try script(
      """
      SET lock_timeout = '2s';
      SET session_replication_role = replica;
      DO $$
      DECLARE
        name text;
      BEGIN
        FOR name IN SELECT relname FROM pg_class
          WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname NOT IN (\(stay))
        LOOP EXECUTE format('DELETE FROM %I', name); END LOOP;
        PERFORM setval(oid::regclass, 1, false) FROM pg_class
          WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace;
      END
      $$;
      RESET session_replication_role;
      RESET lock_timeout;
      """)
    try script(World.script)
    return true
  }

  private func shape() throws -> String {
    let text = try first(
      """
      SELECT md5(string_agg(line, ',' ORDER BY line)) FROM (
        SELECT concat_ws(' ', 'c', oid, relname, relrowsecurity, relforcerowsecurity, relacl)
        FROM pg_class WHERE oid >= 16384
        UNION ALL SELECT concat_ws(' ', 'a', attrelid, attname, atttypid, attnotnull)
        FROM pg_attribute WHERE attrelid >= 16384
        UNION ALL SELECT concat_ws(' ', 'k', oid) FROM pg_constraint WHERE oid >= 16384
        UNION ALL SELECT concat_ws(' ', 't', oid, tgenabled) FROM pg_trigger WHERE oid >= 16384
        UNION ALL SELECT concat_ws(' ', 'p', oid) FROM pg_policy
        UNION ALL SELECT concat_ws(' ', 'f', oid, proacl, md5(prosrc)) FROM pg_proc
          WHERE oid >= 16384
        UNION ALL SELECT concat_ws(' ', 'n', oid) FROM pg_namespace WHERE oid >= 16384
      ) s (line)
      """
    ) { row in try row.next(String?.self) }
    return text.flatMap(\.self) ?? ""
  }
}
