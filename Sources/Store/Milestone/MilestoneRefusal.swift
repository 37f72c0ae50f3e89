import Programme

/// Why a change of the plan cannot be.
enum MilestoneRefusal {
  /// The plan can hold no more.
  static let full = refusal(
    at: .file, "Plan", "", "at most \(MilestoneLimit.inProgramme) milestones",
    "Withdraw what is not needed.")
  /// It was withdrawn and cannot be changed.
  static let withdrawn = refusal(
    at: .file, "Milestone", "", "a milestone that was not withdrawn",
    "Record it as a new milestone.")
  /// Whoever takes away a promise says why.
  static let noReason = refusal(at: .field("reason"), "Reason", "", "a reason", "Say why.")
  /// The owner acts for another party.
  static let foreignOwner = refusal(
    at: .field(MilestoneWrite.ownerName), "Owner", "", "somebody of the party",
    "Choose one of the list.")
  /// The party does not take part.
  static let unknownParty = refusal(
    at: .field("party"), "Party", "", "a party of the programme", "Choose one of the list.")

  /// The register has no such benefits.
  static func unknownBenefits(_ references: [String]) -> Refusal {
    refusal(
      at: .field("benefits"), "Benefits that wait for it", references.joined(separator: "; "),
      "references of benefits in the council's register", "Correct them, such as B001; B014.")
  }

  /// A need that would lead back to where it begins.
  static func cycle(_ titles: [String]) -> Refusal {
    refusal(
      at: .field("needs"), "What it needs", titles.joined(separator: " ← "),
      "milestones that do not wait for this one",
      titles.count == 2
        ? "A milestone cannot wait for itself."
        : "That closes a circle: each would wait for the next. Choose another, or take one away.")
  }

  /// What it is to need is not in the plan, or is one too many.
  static func need(_ expected: String) -> Refusal {
    refusal(at: .field("needs"), "What it needs", "", expected, "Choose \(expected).")
  }

  /// A milestone that is no longer where an agreement says.
  static func moved(_ stored: StoredMilestone, from day: Day) -> Refusal {
    refusal(
      at: .field("milestones"), stored.milestone.title, stored.milestone.day.words,
      "the day the change was proposed upon, \(day.words)",
      "Amend the change with the day as it is now.")
  }

  static func refusal(
    at place: Problem.Place, _ subject: String, _ found: String, _ expected: String, _ mend: String
  ) -> Refusal {
    .invalid([
      Problem(.error, at: place, subject: subject, found: found, expected: expected, mend: mend)
    ])
  }
}
