import Foundation
import Programme

/// The issues and lessons of the demonstration, as templates that are spread over the councils.
/// `Seed/issues.json` holds it.
struct IssueSeed: Decodable, Sendable {
  /// What becomes of them, in turn.
  let fates: [Fate]
  /// How many each council raises.
  let eachCouncil: Int
  let templates: [Template]
  /// What the supplier raises.
  let supplier: [Template]
  let concern: Concern
  let lessons: [[String: String]]

  /// How an issue ends up.
  enum Fate: String, Decodable, Sendable {
    case resolved, open, overdue, waiting, untriaged, escalated, withdrawn
  }

  /// Whose it becomes.
  enum Owner: String, Decodable, Sendable { case council, supplier, integrator, office }

  /// An issue of any council; "{council}" stands for its name.
  struct Template: Decodable, Sendable {
    let title: String
    let description: String
    let kind: String
    let severity: String
    let priority: String
    let cause: String
    let owner: Owner
    let nextAction: String
    let waitingFor: String
    let question: String
    let resolution: String
    let learnt: String
    let prevention: String
    let comments: [String]
  }

  /// What somebody tells in confidence.
  struct Concern: Decodable, Sendable {
    let title: String
    let description: String
    let comment: String
  }

  /// Reads the file. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  init(json: String) throws {
    do {
      self = try JSONDecoder().decode(IssueSeed.self, from: Data(json.utf8))
    } catch {
      throw StoreError.inconsistent("the issues cannot be read: \(error)")
    }
  }
}
