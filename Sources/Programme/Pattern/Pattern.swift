import Calculator

/// A kind of benefit that many councils find: what it is, how it is worked out, what is assumed
/// where nobody counted yet, how it is measured and where people go wrong.
///
/// Values stand as canonical texts, as in files: shares as fractions. What cannot be read is found
/// by ``problems``.
public struct Pattern: Hashable, Sendable, Codable {
  /// Its name in addresses: "missed-bins"; the identity of one that a council made.
  public var id: String
  /// Counts the changes of its text, from 1.
  public var edition: Int
  /// A short title.
  public var title: String
  /// What happens, for whom, and why.
  public var description: String
  /// The service it usually arises in.
  public var service: String
  /// The group of benefits it belongs to.
  public var category: String
  /// How it is worked out: the word of ``Calculator/Method``.
  public var method: String
  /// The word of ``Programme/Tangibility``.
  public var tangibility: String
  /// The word of ``Programme/Cashability``.
  public var cashability: String
  /// Who gains or loses.
  public var stakeholders: [String]
  /// The inputs, each with the reason for its value.
  public var assumptions: [Assumption]
  /// What is judged, of a scored benefit.
  public var criteria: [PatternCriterion]?
  /// What shows that it comes about.
  public var measures: [SuggestedMeasure]
  /// What to keep as evidence.
  public var evidence: [String]
  /// Where people go wrong.
  public var pitfalls: [String]

  /// A pattern with all there is to say.
  public init(
    id: String, edition: Int, title: String, description: String, service: String,
    category: String, method: String, tangibility: String, cashability: String,
    stakeholders: [String], assumptions: [Assumption], criteria: [PatternCriterion]? = nil,
    measures: [SuggestedMeasure], evidence: [String], pitfalls: [String]
  ) {
    self.id = id
    self.edition = edition
    self.title = title
    self.description = description
    self.service = service
    self.category = category
    self.method = method
    self.tangibility = tangibility
    self.cashability = cashability
    self.stakeholders = stakeholders
    self.assumptions = assumptions
    self.criteria = criteria
    self.measures = measures
    self.evidence = evidence
    self.pitfalls = pitfalls
  }
}
