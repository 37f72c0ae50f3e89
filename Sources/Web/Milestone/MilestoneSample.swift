import Foundation
import Programme
import Store

extension StoredMilestone {
  /// A milestone for the samples of pages.
  static let sample = sample("Data cleansed")

  static func sample(_ title: String) -> StoredMilestone {
    let day = Day.sample
    return StoredMilestone(
      stored: Stored(
        id: .random(), organisation: .random(), visibility: .published, version: 2,
        changedAt: Date(timeIntervalSince1970: 0),
        noun: Milestone(
          title: title, description: "No duplicate stands in the register.", office: "Data lead",
          baseline: day, forecast: day.adding(days: 21), slipReason: "Two posts are vacant")),
      partyName: "West Lothian Council", partyCode: CouncilCode(text: "S12000040"),
      warning: StoredWarning(
        warning: EarlyWarning(daysLate: 14, likelihood: .likely, reason: "The test data is late"),
        raisedAt: Date(timeIntervalSince1970: 0), raisedBy: "Iain Sinclair"))
  }
}

extension Day {
  /// A day for the samples of pages.
  static let sample = Day(text: "2026-03-01") ?? .last
}

extension PartyRow {
  /// A party for the samples of pages.
  static let sample = PartyRow(
    id: .random(), kind: .supplier, name: "Lomond Systems", code: nil, capacity: .supplier)
}
