import Foundation
import Programme

/// What the demonstration's parties promise one another. `Seed/parties.json` holds it: templates,
/// spread over the parties by their place among them, so that the same file makes the same record.
struct PartySeed: Decodable, Sendable {
  let firstNames: [String]
  let lastNames: [String]
  /// Limits of delegation in pounds; "" for one that nobody knows.
  let limits: [String]
  /// How ready a council may be: by check, how far it is, so many months ago, and a note.
  let readiness: [[String: Answer]]
  let activities: [Task]
  let objectives: [Aim]
  let charter: [Version]
  let others: [Other]

  /// How far a check is; the months are negative for a day to come.
  struct Answer: Decodable, Sendable {
    let standing: String
    let monthsAgo: Int?
    let note: String

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      standing = try parts.decode(String.self)
      monthsAgo = try parts.decodeNil() ? nil : parts.decode(Int.self)
      note = try parts.decode(String.self)
    }
  }

  /// An activity with the part of each capacity.
  struct Task: Decodable, Sendable {
    let title: String
    let description: String?
    /// The name of a party, or "Lead council".
    let accountable: String
    let parts: [String: String]
  }

  /// An objective with its targets by term.
  struct Aim: Decodable, Sendable {
    let title: String
    let description: String
    let targets: [String: Target]
  }

  /// What is to be reached; the months are negative for a day to come.
  struct Target: Decodable, Sendable {
    let words: String
    let monthsAgo: Int
    let standing: String

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      words = try parts.decode(String.self)
      monthsAgo = try parts.decode(Int.self)
      standing = try parts.decode(String.self)
    }
  }

  /// A version of the charter.
  struct Version: Decodable, Sendable {
    let monthsAgo: Int
    let news: String
    let text: String
  }

  /// Another programme, which names so many of our own people.
  struct Other: Decodable, Sendable {
    let name: String
    let runBy: String
    let description: String
    let from: Int
    let to: Int
    let clashing: Int
    let capacities: [String]
    let people: [String]
  }

  /// Reads the file. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  init(json: String) throws {
    do {
      self = try JSONDecoder().decode(PartySeed.self, from: Data(json.utf8))
      guard !firstNames.isEmpty, !lastNames.isEmpty, !limits.isEmpty, !readiness.isEmpty else {
        throw StoreError.inconsistent("a list is empty")
      }
    } catch {
      throw StoreError.inconsistent("the parties of the demonstration cannot be read: \(error)")
    }
  }

  /// A name that no participant has, the same for the same number.
  func name(_ number: Int) -> String {
    "\(firstNames[number * 7 % firstNames.count]) \(lastNames[number * 5 % lastNames.count])"
  }
}
