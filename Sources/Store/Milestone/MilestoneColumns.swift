import Foundation
import Postgres
import Programme

extension StoredMilestone {
  /// Reads the columns of ``Connection/storedMilestones(where:limit:as:)``.
  init(_ row: inout RowReader) throws {
    let id = ID<Milestone>(try row.next())
    let version = try row.next(Int.self)
    let changedAt = try row.next(Instant.self).date
    let party = ID<Organisation>(try row.next())
    let (name, code) = (try row.next(String.self), try row.councilCode())
    let withdrawnAt = try row.next(Instant?.self)?.date
    let milestone = Milestone(
      title: try row.next(), description: try row.next(), office: try row.next(),
      baseline: try row.day(), forecast: try row.day(), actual: try row.optionalDay(),
      slipReason: try row.next())
    let owner = try MilestoneOwner(&row)
    self.init(
      stored: Stored(
        id: id, organisation: party, visibility: .published, version: version,
        changedAt: changedAt, noun: milestone),
      partyName: name, partyCode: code, owner: owner, withdrawnAt: withdrawnAt,
      warning: try StoredWarning(standing: &row))
  }
}

extension MilestoneOwner {
  fileprivate init?(_ row: inout RowReader) throws {
    let id = try row.next(UUID?.self)
    let name = try row.next(String?.self)
    guard let id else { return nil }
    self.init(id: ID(id), name: name ?? "")
  }
}

extension StoredWarning {
  /// The columns of a warning that stands, or of none.
  fileprivate init?(standing row: inout RowReader) throws {
    guard let raisedAt = try row.next(Instant?.self)?.date else {
      row.skip(4)
      return nil
    }
    let raisedBy = try row.next(String.self)
    self.init(
      warning: EarlyWarning(
        daysLate: try row.next(), likelihood: try row.choice(EarlyWarning.Likelihood.self),
        reason: try row.next()),
      raisedAt: raisedAt, raisedBy: raisedBy)
  }
}
