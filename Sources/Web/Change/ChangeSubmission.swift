import Calculator
import Programme
import Store

/// The form of a proposal as it was sent, or as it is shown for the first time.
struct ChangeSubmission: Sendable {
  /// What was typed, by name.
  var typed: [String: String] = [:]

  /// The tick that takes every council.
  static let everyCouncil = "everyCouncil"
  /// Why it is amended.
  static let note = "note"
  /// Whose key decision maker decides.
  static let authorityParty = "authorityParty"

  /// The tick of a party.
  static func party(_ id: ID<Organisation>) -> String { "party.\(id)" }

  /// Every name the form may have.
  static func names(_ parties: [PartyRow]) -> Set<String> {
    let fields = PlanChange.Field.allCases.map(\.rawValue)
    let milestones = (0..<ChangeLimit.milestones).flatMap {
      ["milestone.\($0)", "milestoneDay.\($0)"]
    }
    let benefits = (0..<ChangeLimit.benefits).flatMap {
      ["benefit.\($0)", "benefitField.\($0)", "benefitTo.\($0)"]
    }
    return Set(
      fields + milestones + benefits + parties.map { party($0.id) }
        + [everyCouncil, note, authorityParty, "version"])
  }

  /// What was typed under a name; "" for nothing.
  func text(_ name: String) -> String { TrimmedText.of(typed[name] ?? "") }

  /// How many rows of a kind have something in them.
  func rowCount(_ names: [String], limit: Int) -> Int {
    (0..<limit).last { place in names.contains { !text("\($0).\(place)").isEmpty } }.map { $0 + 1 }
      ?? 0
  }
}

extension ChangeSubmission {
  /// The form that shows a proposal as it stands.
  init(_ stored: StoredChange) {
    let proposal = stored.proposal
    for field in PlanChange.Field.allCases { typed[field.rawValue] = proposal.change.text(field) }
    for party in proposal.parties { typed[ChangeSubmission.party(party)] = "yes" }
    typed[ChangeSubmission.authorityParty] = proposal.authorityParty?.description ?? ""
    for (place, line) in proposal.milestones.enumerated() {
      typed["milestone.\(place)"] = line.milestone.description
      typed["milestoneDay.\(place)"] = line.to.description
    }
    for (place, line) in proposal.benefits.enumerated() {
      typed["benefit.\(place)"] = line.reference
      typed["benefitField.\(place)"] = line.field.rawValue
      typed["benefitTo.\(place)"] = PercentText.typed(line.to, if: line.field.isShare)
    }
  }

  /// The proposal that was typed, or everything that is wrong with it.
  func read(_ parties: [PartyRow]) -> Reading<ChangeProposal> {
    let change = RecordForm<PlanChange>(typed: typed).reading
    let (milestones, milestoneProblems) = milestoneLines()
    let (benefits, benefitProblems) = benefitLines()
    let problems = change.problems + milestoneProblems + benefitProblems
    guard let change = change.value else { return Reading(value: nil, problems: problems) }
    let every = !text(ChangeSubmission.everyCouncil).isEmpty
    let chosen = parties.filter {
      (every && $0.kind == .council) || !text(ChangeSubmission.party($0.id)).isEmpty
    }
    let decides = ID<Organisation>(text: text(ChangeSubmission.authorityParty))
    var proposal = ChangeProposal(change, parties: chosen.map(\.id), authorityParty: decides)
    proposal.milestones = milestones
    proposal.benefits = benefits
    return Reading(value: proposal, problems: problems)
  }

  private func milestoneLines() -> ([ChangeProposal.MilestoneLine], [Problem]) {
    var problems: [Problem] = []
    let lines = (0..<ChangeLimit.milestones).compactMap { place -> ChangeProposal.MilestoneLine? in
      let (name, dayName) = ("milestone.\(place)", "milestoneDay.\(place)")
      guard !(text(name).isEmpty && text(dayName).isEmpty) else { return nil }
      guard let milestone = ID<Milestone>(text: text(name)) else {
        problems.append(.missing(name, "Milestone", "a milestone", "Choose the milestone."))
        return nil
      }
      guard let day = Day(text: text(dayName)) else {
        problems.append(
          .missing(
            dayName, "Moves to", "a date", "Enter the day it moves to.", found: text(dayName)))
        return nil
      }
      return ChangeProposal.MilestoneLine(milestone, to: day, name: name)
    }
    return (lines, problems)
  }

  private func benefitLines() -> ([ChangeProposal.BenefitLine], [Problem]) {
    var problems: [Problem] = []
    let lines = (0..<ChangeLimit.benefits).compactMap { place -> ChangeProposal.BenefitLine? in
      let names = ["benefit.\(place)", "benefitField.\(place)", "benefitTo.\(place)"]
      guard names.contains(where: { !text($0).isEmpty }) else { return nil }
      guard let field = BenefitShift.fields.first(where: { $0.rawValue == text(names[1]) }) else {
        problems.append(
          .missing(names[1], "What moves", "one of the choices", "Choose what moves."))
        return nil
      }
      guard text(names[0]).unicodeScalars.count <= RecordLimit.titleCharacters else {
        problems.append(.missing(names[0], "Benefit", "a code and a reference", "Shorten it."))
        return nil
      }
      return ChangeProposal.BenefitLine(
        text(names[0]), field, to: PercentText.withSign(text(names[2]), if: field.isShare),
        name: names[0])
    }
    return (lines, problems)
  }
}

extension Problem {
  /// Something of a row is missing, or is not what it should be.
  fileprivate static func missing(
    _ name: String, _ subject: String, _ expected: String, _ mend: String, found: String = ""
  ) -> Problem {
    Problem(
      .error, at: .field(name), subject: subject, found: found, expected: expected, mend: mend)
  }
}

extension Benefit.Field {
  /// Whether it is typed as a percentage.
  var isShare: Bool {
    if case .share = kind { true } else { false }
  }
}
