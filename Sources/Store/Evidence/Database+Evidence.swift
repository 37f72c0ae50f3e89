import Foundation
import Postgres
import Programme

extension Connection {
  /// The files of a benefit within sight, latest first; those that were removed among them.
  public func evidence(of id: ID<Benefit>, as viewer: Viewer) throws -> [Evidence] {
    try evidence(where: "e.benefit_id = \(id.uuid)", as: viewer)
  }

  /// How many files support a benefit within sight.
  public func evidenceCount(of id: ID<Benefit>, as viewer: Viewer) throws -> Int {
    try first(
      """
      SELECT count(*) FROM evidence e JOIN benefit b ON b.id = e.benefit_id
      WHERE e.benefit_id = \(id.uuid) AND e.removed_at IS NULL AND \(viewer.sees("b"))
      """
    ) { row in try row.next(Int.self) } ?? 0
  }

  /// One file of a benefit within sight; nil when there is none, or it was removed.
  public func evidence(
    _ id: ID<Evidence>, of benefit: ID<Benefit>, as viewer: Viewer
  ) throws -> Evidence? {
    let present: SQL = "e.benefit_id = \(benefit.uuid) AND e.removed_at IS NULL"
    return try evidence(where: "e.id = \(id.uuid) AND \(present)", as: viewer).first
  }

  /// The content of a file that ``evidence(_:of:as:)`` found, as it was attached.
  public func content(of evidence: Evidence, as viewer: Viewer) throws -> [UInt8] {
    let chunks = try query(
      """
      SELECT c.chunk FROM evidence_chunk c
      WHERE c.evidence_id = \(evidence.id.uuid) AND c.programme_id = \(viewer.programme.uuid)
      ORDER BY c.position
      """
    ) { row in try row.next(Bytes.self).bytes }
    let bytes = chunks.reduce(into: []) { $0 += $1 }
    guard Fingerprint.of(bytes).text == evidence.fingerprint else {
      throw StoreError.inconsistent("the file \(evidence.id) is not what was attached")
    }
    return bytes
  }

  /// What a file of a benefit can be said to support: the whole, a measure, a period with values.
  public func evidenceChoices(
    of id: ID<Benefit>, as viewer: Viewer
  ) throws -> [EvidenceChoice] {
    let measures = try measures(of: id, as: viewer).filter { !$0.isWithdrawn }.map {
      EvidenceChoice(support: .measure($0.id), words: $0.measure.name)
    }
    let spans = try query(
      """
      SELECT DISTINCT v.year, v.period FROM period_value v JOIN benefit b ON b.id = v.benefit_id
      WHERE v.benefit_id = \(id.uuid) AND v.removed_at IS NULL AND v.value IS NOT NULL
        AND \(viewer.sees("b"))
      """
    ) { row in
      guard let year = FinancialYear(firstYear: try row.next()) else {
        throw StoreError.inconsistent("a value of no financial year")
      }
      return PeriodSpan(year, try row.choice(Period.self))
    }
    let periods = spans.sorted(by: >).map {
      EvidenceChoice(support: .period($0), words: "The actual of \($0.words)")
    }
    return [EvidenceChoice(support: .benefit, words: "The benefit as a whole")] + measures
      + periods
  }

  private func evidence(where condition: SQL, as viewer: Viewer) throws -> [Evidence] {
    try query(
      """
      SELECT e.id, e.file_name, e.kind, e.size_bytes, e.fingerprint, e.note, e.measure_id, m.name,
        e.year, e.period, NULL::uuid, e.attached_by_name, e.attached_at, '', NULL::uuid,
        e.removed_by_name, e.removed_at, e.removal_reason
      FROM evidence e JOIN benefit b ON b.id = e.benefit_id
        LEFT JOIN measure m ON m.id = e.measure_id
      WHERE \(condition) AND b.removed_at IS NULL AND \(viewer.sees("b"))
      ORDER BY e.attached_at DESC, lower(e.file_name), e.id
      """
    ) { row in try Evidence(&row) }
  }
}

extension Evidence {
  fileprivate init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    fileName = try row.next()
    kind = try row.choice(EvidenceKind.self)
    sizeBytes = try row.next()
    fingerprint = Hexadecimal.text(try row.next(Bytes.self).bytes)
    note = try row.next()
    let measure = try row.next(UUID?.self)
    measureName = try row.next()
    let year = try row.next(Int?.self).flatMap { FinancialYear(firstYear: $0) }
    let part = try row.optionalChoice(Period.self)
    if let measure {
      support = .measure(ID(measure))
    } else if let year, let part {
      support = .period(PeriodSpan(year, part))
    } else {
      support = .benefit
    }
    attached = try Deed(&row)
    removed = try Deed(orNil: &row)
  }
}
