import Calculator

/// What was decided on a plan change, by whom and why.
public struct ChangeDecision: Hashable, Sendable {
  /// What was decided.
  public enum Outcome: String, CaseIterable, Sendable {
    /// The plan changes.
    case agree = "Agree"
    /// The plan stays.
    case reject = "Reject"
  }

  /// What was decided.
  public var outcome: Outcome
  /// The office or person whose decision it is.
  public var decidedBy: String
  /// The day of the decision.
  public var decidedOn: Day
  /// Why.
  public var reason: String
  /// Why it is agreed although not every party accepted or had its time to answer.
  public var despite: String

  /// A decision.
  public init(
    _ outcome: Outcome, decidedBy: String, decidedOn: Day, reason: String, despite: String = ""
  ) {
    self.outcome = outcome
    self.decidedBy = decidedBy
    self.decidedOn = decidedOn
    self.reason = reason
    self.despite = despite
  }
}

extension ChangeDecision: Record {
  /// The fields of a decision.
  public enum Field: String, RecordField {
    case outcome, decidedBy, decidedOn, reason, despite

    /// The heading in our own exports.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .outcome: "Decision"
      case .decidedBy: "Decided by"
      case .decidedOn: "Decided on"
      case .reason: "Reason"
      case .despite: "Agreed although"
      }
    }

    /// Decisions have no units.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .outcome: .choice(Outcome.allCases.map(\.rawValue))
      case .decidedBy: RecordLimit.title
      case .decidedOn: .day
      case .reason, .despite: RecordLimit.prose
      }
    }
  }

  /// Reads a decision.
  public static func read(_ texts: [Field: String]) -> Reading<ChangeDecision> {
    var reader = FieldReader(texts)
    let outcome = reader.requiredChoice(.outcome, Outcome.self)
    let decidedBy = reader.required(.decidedBy)
    let decidedOn = reader.requiredDay(.decidedOn)
    let (reason, despite) = (reader.required(.reason), reader.text(.despite))
    guard let outcome, let decidedOn else { return Reading(value: nil, problems: reader.problems) }
    return Reading(
      value: ChangeDecision(
        outcome, decidedBy: decidedBy, decidedOn: decidedOn, reason: reason, despite: despite),
      problems: reader.problems)
  }

  /// The canonical text of a field.
  public func text(_ field: Field) -> String {
    switch field {
    case .outcome: outcome.rawValue
    case .decidedBy: decidedBy
    case .decidedOn: decidedOn.description
    case .reason: reason
    case .despite: despite
    }
  }
}

/// Who may decide for a party, and up to what cost.
public struct ChangeDelegation: Hashable, Sendable {
  /// Who holds the office: "Anne Smith, head of finance".
  public var holder: String
  /// The most pounds that the office may agree to; nil where none is recorded.
  public var limit: Exact?

  /// A delegation; without a limit on record unless given.
  public init(holder: String, limit: Exact? = nil) {
    self.holder = holder
    self.limit = limit
  }
}
