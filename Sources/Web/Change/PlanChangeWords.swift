import Calculator
import HTTPTypes
import Hummingbird
import Programme
import Store

/// Short words about plan changes that several pages use.
enum PlanChangeWords {
  /// Who decides, and for whom: "The key decision maker of Inverclyde Council".
  static func authority(_ authority: ChangeAuthority, party: String?) -> String {
    guard authority == .party, let party else { return authority.rawValue }
    return "The key decision maker of \(party)"
  }

  /// What a cost effect says: "£12,000.00", "saves £3,000.00", "not known".
  static func cost(_ cost: Exact?) -> String {
    guard let cost else { return Shown.unknown }
    return cost < .zero ? "saves \(Shown.money(-cost))" : Shown.money(cost)
  }

  /// "3 accept, 1 objects, 2 silent after the deadline (not counted as agreement)".
  static func tally(_ tally: ChangeTally) -> String {
    let parts = [
      (tally.accepted, "accepted"), (tally.objected, "objected"),
      (tally.countered, "proposed something else"), (tally.waiting, "still to answer"),
      (tally.deemed, "silent past the deadline, which is not agreement"),
      (tally.unheard, "not heard before it was decided"),
    ]
    return parts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: "; ")
  }

  /// "Inverclyde Council, Moray Council and 3 more".
  static func names(_ names: [String], most: Int = 4) -> String {
    let shown = names.prefix(most).joined(separator: ", ")
    return names.count > most ? "\(shown) and \(names.count - most) more" : shown
  }

  /// What a benefit's field is worth on pages.
  static func value(_ text: String, of field: Benefit.Field) -> String {
    Shown.field(text, kind: field.kind, unit: field.unit)
  }
}

extension Tag {
  /// Where a change stands, with what was decided where that is past.
  init(_ state: ChangeState, outcome: ChangeDecision.Outcome?) {
    switch state {
    case .proposed: self.init(state.rawValue, .blue)
    case .negotiating: self.init(state.rawValue, .yellow)
    case .agreed: self.init(state.rawValue, .green)
    case .rejected: self.init(state.rawValue, .red)
    case .withdrawn: self.init(state.rawValue, .grey)
    case .communicated, .acknowledged:
      let word = outcome == .reject ? "Rejected" : "Agreed"
      self.init("\(word), \(state.rawValue.lowercased())", outcome == .reject ? .red : .turquoise)
    }
  }

  /// How a party stands with its position.
  init(_ standing: PositionStanding) {
    switch standing {
    case .taken(.accept): self.init("Accepts", .green)
    case .taken(.object): self.init("Objects", .red)
    case .taken(.counter): self.init("Proposes something else", .purple)
    case .waiting(let days):
      self.init(days == 0 ? "Due today" : "Due in \(Shown.count(days, "day"))", .yellow)
    case .deemed(let days): self.init("Deemed: silent for \(Shown.count(days, "day"))", .orange)
    case .unheard: self.init("Not heard", .grey)
    }
  }

  /// How a party stands with its acknowledgement; nil while nothing is asked.
  init?(_ standing: AcknowledgementStanding) {
    switch standing {
    case .untold: return nil
    case .acknowledged: self.init("Acknowledged", .green)
    case .waiting(let days):
      self.init(days == 0 ? "Due today" : "Due in \(Shown.count(days, "day"))", .yellow)
    case .deemed(let days): self.init("Deemed: \(Shown.count(days, "day")) overdue", .orange)
    }
  }
}

extension Visit {
  /// The number of a change from the path; one that is not a number is not found.
  func changeNumber() throws(Refusal) -> Int {
    guard let number = parameters.get("number").flatMap({ Int($0) }), number > 0 else {
      throw .notFound
    }
    return number
  }

  /// The version of a change that a form was sent from.
  func changeVersion() throws(Failure) -> Int {
    guard let version = form.given("version").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    return version
  }

  /// The change of the path, which the viewer must be allowed to do something with.
  func change(
    as viewer: Viewer, _ may: @Sendable @escaping (ChangeProcess) -> Bool = { _ in true }
  ) async throws -> StoredChange {
    let number = try changeNumber()
    return try await store.read(as: viewer) { db in
      let change = try db.change(number, as: viewer).orNotFound()
      guard may(change.process) else { throw Refusal.forbidden }
      return change
    }
  }
}

extension StoredChange {
  /// Where its page is.
  var href: String { "/changes/\(number)" }

  /// The way back up from a page under it.
  var trail: [Link] { [Link("Changes", "/changes"), Link("\(label): \(change.title)", href)] }

  /// Whose decision it is, in words.
  var authorityWords: String {
    let party = parties.first { $0.id == process.authorityParty }?.name
    return PlanChangeWords.authority(change.authority, party: party)
  }
}
