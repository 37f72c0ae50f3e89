/// What kind of thing was raised.
public enum IssueKind: String, CaseIterable, Sendable {
  /// Something is wrong.
  case issue = "Issue"
  /// Something may go wrong.
  case risk = "Risk"
  /// Something is needed from another party.
  case dependency = "Dependency"
  /// Somebody needs to know something.
  case question = "Question"
  /// Somebody asks for something.
  case request = "Request"
}

/// How much harm it does.
public enum IssueSeverity: String, CaseIterable, Sendable {
  /// The programme, or a council's service, stops.
  case critical = "Critical"
  /// A milestone or a benefit is in danger.
  case major = "Major"
  /// Work is harder or slower.
  case moderate = "Moderate"
  /// It is a nuisance.
  case minor = "Minor"
}

/// How soon it is to be dealt with.
public enum IssuePriority: String, CaseIterable, Sendable {
  /// Before everything else.
  case urgent = "Urgent"
  /// Soon.
  case high = "High"
  /// In its turn.
  case normal = "Normal"
  /// When there is time.
  case low = "Low"
}

/// What lies behind it.
public enum IssueCause: String, CaseIterable, Sendable {
  /// People or money are short.
  case resource = "Resource"
  /// A decision is missing, or came late.
  case decision = "Decision"
  /// Somebody was not told, or not asked.
  case communication = "Communication"
  /// A system does not do what it should.
  case technical = "Technical"
  /// A supplier does not deliver as agreed.
  case supplier = "Supplier"
  /// It is not agreed what belongs to the work.
  case scope = "Scope"
  /// It waits for somebody else's work.
  case dependency = "Dependency"
  /// Something else.
  case other = "Other"
}
