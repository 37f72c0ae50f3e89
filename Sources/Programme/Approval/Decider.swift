/// Who may decide about what somebody submitted: four eyes where the council has them.
public enum Decider: Sendable, Hashable {
  /// Another officer of the council than the one who submitted it.
  case another
  /// The one who submitted it, with a reason, since the council has no other officer.
  case oneself
  /// Nobody but these officers: whoever submitted it does not decide.
  case colleagues([String])
  /// No officer of the council.
  case nobody

  /// What the viewer is to something that `submitter` submitted in `organisation`, which has
  /// `others` as officers beside the viewer. Without a person, a viewer is whoever has none.
  public init(
    _ viewer: Viewer, of organisation: ID<Organisation>, submittedBy submitter: ID<Person>?,
    others: [String]
  ) {
    if !viewer.mayChange(recordsOf: organisation) {
      self = .nobody
    } else if viewer.person != submitter {
      self = .another
    } else {
      self = others.isEmpty ? .oneself : .colleagues(others)
    }
  }

  /// Refuses whoever may not decide, and an only officer who gives no reason. Throws
  /// ``Refusal/forbidden`` or ``Refusal/invalid(_:)``.
  public func check(reason: String) throws(Refusal) {
    switch self {
    case .another: return
    case .nobody: throw .forbidden
    case .oneself: try DecisionReason.check(reason, "Say why you approve what you submitted.")
    case .colleagues(let names):
      throw .invalid([
        Problem(
          .error, at: .file, subject: "Approval", found: "your own submission",
          expected: "another officer of your council",
          mend: "Ask \(names.formatted) to decide.")
      ])
    }
  }
}

extension [String] {
  /// "Morag, Ewan or Iain".
  fileprivate var formatted: String {
    guard let last, count > 1 else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
