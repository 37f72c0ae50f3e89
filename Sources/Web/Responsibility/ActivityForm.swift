import Programme
import Store

/// An activity as it was typed, with everybody's part.
struct ActivityDraft: Sendable {
  let activity: Activity
  let parts: ActivityParts
}

/// An activity's form: one accountable party, and a part for everybody else.
struct ActivityForm: Sendable {
  let parties: [PartyRow]
  /// The activity that is changed; nil for a new one.
  let stored: StoredActivity?

  /// The parts of those who are not accountable.
  var choice: PartyChoice {
    PartyChoice(
      parties: parties, options: ResponsibilityPart.shared.map(\.rawValue), none: "No part")
  }

  /// Every name the form may have; any other is refused.
  var names: Set<String> {
    let fields = Activity.Field.allCases.map(\.rawValue)
    return choice.names.union(fields + [ActivityParts.accountableName, "version", "reason"])
  }

  /// The activity that was typed.
  func read(_ typed: [String: String]) -> Reading<ActivityDraft> {
    let reading = Activity.read(typed: typed)
    let problems = reading.problems + typed.reasonProblems
    do {
      let parts = try ActivityParts(parts(typed))
      let draft = reading.value.map { ActivityDraft(activity: $0, parts: parts) }
      return Reading(value: draft, problems: problems)
    } catch .invalid(let found) {
      return Reading(value: nil, problems: problems + found)
    } catch {
      return Reading(value: nil, problems: problems)
    }
  }

  private func parts(_ typed: [String: String]) -> [ID<Organisation>: ResponsibilityPart] {
    var parts = choice.read(typed).compactMapValues { ResponsibilityPart(rawValue: $0) }
    let chosen = typed[ActivityParts.accountableName] ?? ""
    for party in parties where party.id.description == chosen { parts[party.id] = .accountable }
    return parts
  }

  /// What the form shows of an activity as it stands.
  func typed(_ stored: StoredActivity) -> [String: String] {
    var typed = choice.typed(stored.parts.mapValues(\.rawValue), leavingOut: stored.accountable)
    typed.merge(stored.activity.typed()) { $1 }
    typed[ActivityParts.accountableName] = stored.accountable?.description ?? ""
    typed["version"] = String(stored.version)
    return typed
  }
}
