/// How ready a council is: one answer for each check that somebody answers.
public struct Readiness: Hashable, Sendable {
  /// The answers; a check without one has not begun.
  public var answers: [ReadinessCheck: ReadinessAnswer]

  /// A readiness of which nothing is known unless given.
  public init(_ answers: [ReadinessCheck: ReadinessAnswer] = [:]) { self.answers = answers }

  /// The answer to a check.
  public subscript(_ check: ReadinessCheck) -> ReadinessAnswer { answers[check] ?? .init() }

  /// The same with what follows from the record: who decides, and since when.
  public func knowing(decisionMakerFrom day: Day?) -> Readiness {
    var all = self
    all.answers[.decisionMaker] =
      day.map { ReadinessAnswer(standing: .inPlace, day: $0) } ?? ReadinessAnswer()
    return all
  }

  /// How many of the checks are done.
  public var doneCount: Int { ReadinessCheck.allCases.count { self[$0].isDone } }

  /// Whether nothing is wanted any more.
  public var isComplete: Bool { doneCount == ReadinessCheck.allCases.count }

  /// What is wrong with it on that day: nothing is in place from a day to come.
  public func problems(today: Day) -> [Problem] {
    ReadinessCheck.answered.compactMap { check in
      guard self[check].standing == .inPlace, let day = self[check].day, day > today else {
        return nil
      }
      return Problem(
        .error, at: .field("\(check.rawValue).\(ReadinessAnswer.Field.day.rawValue)"),
        subject: check.label, found: day.description, expected: "a day that has come",
        mend: "Say “In hand” until then.")
    }
  }

  /// Everything in which it differs from an earlier version.
  public func changes(since earlier: Readiness) -> [FieldChange] {
    ReadinessCheck.answered.compactMap { check in
      FieldChange.unlessSame(
        check.rawValue, check.label, earlier.answers[check]?.words, self[check].words)
    }
  }
}
