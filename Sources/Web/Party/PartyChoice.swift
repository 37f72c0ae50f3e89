import Programme
import Store

/// One of a few words for every party, chosen for a whole group of them at a time, and one by one
/// for those that differ from their group. Usable without a script, however many parties there are.
struct PartyChoice: Sendable {
  let parties: [PartyRow]
  /// The words that may be chosen.
  let options: [String]
  /// The word for none of them.
  let none: String

  /// The capacities that occur, in the order of the table.
  var groups: [Capacity] {
    Capacity.allCases.filter { capacity in parties.contains { $0.capacity == capacity } }
  }

  private static func name(_ capacity: Capacity) -> String { "group.\(capacity.rawValue)" }
  private static func name(_ party: PartyRow) -> String { "party.\(party.id)" }

  /// The names of its fields.
  var names: Set<String> { Set(groups.map(Self.name) + parties.map(Self.name)) }

  /// The word chosen for each party; parties without one are left out.
  func read(_ typed: [String: String]) -> [ID<Organisation>: String] {
    let words = parties.map { party in
      let own = typed[Self.name(party)] ?? ""
      return (party.id, own.isEmpty ? typed[Self.name(party.capacity)] ?? "" : own)
    }
    return Dictionary(words, uniquingKeysWith: { $1 }).filter { options.contains($0.value) }
  }

  /// What the form shows of words as they stand: each group by the word that most of it have. A
  /// party that is left out has no say in that.
  func typed(
    _ words: [ID<Organisation>: String], leavingOut other: ID<Organisation>? = nil
  ) -> [String: String] {
    var typed: [String: String] = [:]
    for group in groups {
      let members = parties.filter { $0.capacity == group && $0.id != other }
      let own = members.map { words[$0.id] ?? "" }
      let usual =
        Dictionary(grouping: own) { $0 }
        .max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }?.key ?? ""
      typed[Self.name(group)] = usual
      for (party, word) in zip(members, own) where word != usual {
        typed[Self.name(party)] = word.isEmpty ? none : word
      }
    }
    return typed
  }

  /// Its fields: the groups, and the single parties folded away unless one of them differs.
  func fields(_ typed: [String: String], legend: String, note: String) -> [FieldGroup] {
    let isPlain = parties.allSatisfy { (typed[Self.name($0)] ?? "").isEmpty }
    return [
      FieldGroup(legend: legend, note: note, fields: groups.map { group($0, typed) }),
      FieldGroup(
        legend: "Parties that differ from their group", isFolded: isPlain, isRow: true,
        fields: parties.map { party($0, typed) }),
    ]
  }

  private func group(_ capacity: Capacity, _ typed: [String: String]) -> FormField {
    let count = parties.count { $0.capacity == capacity }
    let words = capacity.rawValue
    return FormField.list(
      Self.name(capacity), words.prefix(1).uppercased() + words.dropFirst() + " (\(count))",
      [("", none)] + options.map { ($0, $0) }, chosen: typed[Self.name(capacity)] ?? "")
  }

  private func party(_ party: PartyRow, _ typed: [String: String]) -> FormField {
    FormField.list(
      Self.name(party), party.name,
      [("", "As its group")] + ([none] + options).map { ($0, $0) },
      chosen: typed[Self.name(party)] ?? "")
  }
}
