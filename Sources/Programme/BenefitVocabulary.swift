/// Whether a benefit can be measured directly. An axis apart from cashability.
public enum Tangibility: String, CaseIterable, Sendable {
  /// Can be measured directly.
  case tangible = "Tangible"
  /// Shown by judgement, scores or proxies.
  case intangible = "Intangible"
}

/// Whether a budget really falls, or money is freed to spend elsewhere with service quality held
/// (Scotland: cash-releasing). An axis apart from tangibility.
public enum Cashability: String, CaseIterable, Sendable {
  /// A budget falls or money is freed.
  case cashable = "Cashable"
  /// The value is real but no budget falls (time-releasing).
  case nonCashable = "Non-cashable"
}

/// Where a benefit stands in its life.
public enum BenefitStatus: String, CaseIterable, Sendable {
  /// Named, no more.
  case identified = "Identified"
  /// Described with inputs and owner.
  case profiled = "Profiled"
  /// Agreed as the forecast.
  case approved = "Approved"
  /// Beginning to be seen.
  case realising = "Realising"
  /// Achieved.
  case realised = "Realised"
  /// Achieved and holding.
  case sustained = "Sustained"
  /// Given up, with a reason.
  case withdrawn = "Withdrawn"
}

/// Who the value accrues to.
public enum Beneficiary: String, CaseIterable, Sendable {
  /// The council that records it.
  case council = "Council"
  /// Another public body.
  case publicBody = "Another public body"
  /// Residents.
  case residents = "Residents"
  /// Society at large.
  case society = "Society"
}
