import Foundation
import Programme

/// One plan change of the demonstration, as `Seed/plan-changes.json` tells it. Days count from the day
/// it is proposed, that one from the day of the seeding.
struct ChangeSeed: Decodable, Sendable {
  let proposer: String
  let daysAgo: Int
  let title: String
  let before: String
  let after: String
  let reason: String
  let onDates: String?
  let onBenefits: String?
  let onCost: String?
  let onParties: String?
  let answerDays: Int
  let acknowledgeDays: Int
  let authority: String
  /// Whose key decision maker decides.
  let decides: String?
  /// Parties by name or code.
  let parties: [String]?
  /// And every so many councils, by name.
  let every: Int?
  let moves: [Move]?
  let benefits: [Shift]?
  /// What the parties say one after the other, over and over; "-" is silence.
  let answers: [String]
  let adopt: Adoption?
  let decision: Decision?
  let told: Int?
  /// Who acknowledges, over and over; "-" is silence.
  let acknowledge: [String]?
  let withdrawn: Withdrawal?

  struct Move: Decodable, Sendable {
    /// Whose milestone; that of each affected party where nobody is named.
    let party: String?
    let title: String
    let days: Int
    let most: Int?
  }

  struct Shift: Decodable, Sendable {
    let council: String
    let reference: String
    let field: String
    let by: Int
  }

  /// A counter-proposal becomes the next version, and the parties are asked again.
  struct Adoption: Decodable, Sendable {
    let after: Int
    let answers: [String]
  }

  struct Decision: Decodable, Sendable {
    let after: Int
    let outcome: String
    let by: String
    let reason: String
    let despite: String?
  }

  struct Withdrawal: Decodable, Sendable {
    let after: Int
    let reason: String
  }

  static func read(json: String) throws -> [ChangeSeed] {
    try JSONDecoder().decode([ChangeSeed].self, from: Data(json.utf8))
  }

  /// The proposal in words, made on that day.
  func change(on day: Day) throws -> PlanChange {
    let reading = PlanChange.read([
      .title: title, .before: before, .after: after, .reason: reason, .onDates: onDates ?? "",
      .onBenefits: onBenefits ?? "", .onCost: onCost ?? "", .onParties: onParties ?? "",
      .positionsDue: day.adding(days: answerDays)?.description ?? "",
      .acknowledgementDue: day.adding(days: acknowledgeDays)?.description ?? "",
      .authority: authority,
    ])
    guard let change = reading.value else {
      throw StoreError.inconsistent("“\(title)”: \(reading.problems.map(\.message))")
    }
    return change
  }
}

extension ChangePosition {
  /// "Object|Why"; nil for silence.
  static func seeded(_ text: String) throws -> ChangePosition? {
    guard text != "-" else { return nil }
    let parts = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let reading = ChangePosition.read([
      .answer: parts.first ?? "", .words: parts.dropFirst().first ?? "",
      .instead: parts.dropFirst(2).first ?? "",
    ])
    guard let position = reading.value else {
      throw StoreError.inconsistent("“\(text)” is no position")
    }
    return position
  }
}
