import Calculator
import Foundation
import Programme

/// What makes the demonstration's registers live: reviews, hand-overs, shared sources and checks.
/// `Seed/living-register.json` holds it.
struct LivingRegister: Decodable, Sendable {
  let benefits: [Entry]
  let reviews: [Look]
  let sources: [Source]
  let checks: [Check]
  let payers: [Entry]

  /// A record by the names of its fields, perhaps about a benefit.
  struct Entry: Decodable, Sendable {
    let council: String
    let reference: String?
    let fields: [String: String]
  }

  /// One review, so many months before the day of the seeding.
  struct Look: Decodable, Sendable {
    let council: String
    let reference: String
    let monthsAgo: Int
    let reviewer: String
    let finding: String
    let confidence: String
    let decision: String
    let schedule: String
    let newOwner: String?
    /// How the new owner accepted; nil while the hand-over waits.
    let accepted: String?
    /// Fields of the benefit that are changed after the review.
    let change: [String: String]?
  }

  /// A shared source and who draws on it.
  struct Source: Decodable, Sendable {
    let council: String
    let fields: [String: String]
    let shares: [Share]
  }

  /// A benefit's share of a source.
  struct Share: Decodable, Sendable {
    let council: String
    let reference: String
    let share: String
    let note: String
  }

  /// A measure that must not get worse, with its values by period.
  struct Check: Decodable, Sendable {
    let council: String
    let reference: String
    let measure: [String: String]
    let actuals: [String: String]
    let fields: [String: String]
  }

  /// Reads the file. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  init(json: String) throws {
    do {
      self = try JSONDecoder().decode(LivingRegister.self, from: Data(json.utf8))
    } catch {
      throw StoreError.inconsistent("the living register cannot be read: \(error)")
    }
  }
}

extension Record {
  /// A record of the demonstration. Throws ``StoreError/inconsistent(_:)`` with what is wrong.
  static func seeded(_ fields: [String: String]) throws -> Self {
    let known = fields.compactMap { name, text in Field(rawValue: name).map { ($0, text) } }
    let reading = read(Dictionary(known, uniquingKeysWith: { $1 }))
    guard let value = reading.value, known.count == fields.count else {
      let words = reading.problems.map(\.message).joined(separator: " ")
      throw StoreError.inconsistent("the living register: \(fields) \(words)")
    }
    return value
  }
}
