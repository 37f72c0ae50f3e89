import Calculator
import Crypto
import Foundation
import Postgres
import Programme

extension Approval {
  init(_ row: inout RowReader) throws {
    id = ID(try row.next())
    state = try row.choice(ApprovalState.self)
    submitted = try Deed(&row)
    decided = try Deed(orNil: &row)
    content = try BenefitSnapshot(json: try row.next())
    fingerprint = Hexadecimal.text(try row.next(Bytes.self).bytes)
  }
}

extension Baseline {
  init(_ row: inout RowReader) throws {
    number = try row.next()
    submitted = Deed(
      person: nil, name: try row.next(), at: try row.next(Instant.self).date, reason: "")
    approved = Deed(
      person: nil, name: try row.next(), at: try row.next(Instant.self).date,
      reason: try row.next())
    isSelfApproved = try row.next()
    engine = try row.next()
    content = try BenefitSnapshot(json: try row.next())
    fingerprint = Hexadecimal.text(try row.next(Bytes.self).bytes)
  }
}

extension Deed {
  /// Reads person, name, time and words.
  init(_ row: inout RowReader) throws {
    person = try row.next(UUID?.self).map { ID($0) }
    name = try row.next()
    at = try row.next(Instant.self).date
    reason = try row.next()
  }

  /// The same, nil where it was not done yet.
  init?(orNil row: inout RowReader) throws {
    let person = try row.next(UUID?.self).map { ID<Person>($0) }
    let name = try row.next(String?.self)
    let at = try row.next(Instant?.self)?.date
    let reason = try row.next(String.self)
    guard let name, let at else { return nil }
    self.init(person: person, name: name, at: at, reason: reason)
  }
}
