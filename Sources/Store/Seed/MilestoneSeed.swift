import Foundation
import Programme

/// The plan of the demonstration: `Seed/milestones.json` holds it. Days count from the day of the
/// seeding.
struct MilestoneSeed: Decodable, Sendable {
  /// The address of who co-ordinates.
  let coordinator: String
  /// On which day the councils of each wave begin; the councils take turns.
  let waves: [Int]
  /// The milestones of parties that are no councils, by name.
  let parties: [String: [Entry]]
  /// The milestones of each council, counted from the day it begins.
  let council: [Entry]
  /// What slipped at every so manieth council.
  let slips: [Slip]
  /// What slipped at other parties.
  let partySlips: [Slip]
  /// Every so manieth council has not achieved the last that was due.
  let lateEvery: Int
  let warnings: [Warning]
  /// Which benefits wait, by council and key of a milestone.
  let benefits: [String: [String: [String]]]

  /// A milestone; `needs` name others by key, perhaps with days between: "release2+14".
  struct Entry: Decodable, Sendable {
    let key: String
    let title: String
    let done: String
    let office: String
    let day: Int
    let needs: [String]?
  }

  /// A forecast that moved so many days later, so many days ago.
  struct Slip: Decodable, Sendable {
    let every: Int?
    let at: Int?
    let key: String
    let days: Int
    let ago: Int
    let reason: String
  }

  /// A warning that stands.
  struct Warning: Decodable, Sendable {
    let key: String
    let council: String?
    let days: Int
    let likelihood: String
    let reason: String
  }

  /// Reads the file. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  init(json: String) throws {
    do {
      self = try JSONDecoder().decode(MilestoneSeed.self, from: Data(json.utf8))
    } catch {
      throw StoreError.inconsistent("the plan of the demonstration cannot be read: \(error)")
    }
  }
}

extension MilestoneSeed.Entry {
  /// What it needs: the key and the days between.
  var lags: [(key: String, days: Int)] {
    (needs ?? []).map { text in
      let parts = text.split(separator: "+")
      return (String(parts.first ?? ""), parts.count == 2 ? Int(parts.last ?? "") ?? 0 : 0)
    }
  }
}
