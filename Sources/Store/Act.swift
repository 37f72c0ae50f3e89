import Foundation

/// One thing a person does, which may change several records: every journal entry names its act.
public struct Act: Sendable, Hashable {
  /// The identity of the act, the same in all of its entries.
  public let id: UUID
  /// What was done, as noun and verb: "benefit.change", "import.confirm".
  public let name: String
  /// The request it came with.
  public let requestID: String
  /// Why, in the person's own words; "" when nobody asked.
  public let reason: String

  /// An act, with a new identity unless given.
  public init(id: UUID = UUID(), name: String, requestID: String, reason: String = "") {
    self.id = id
    self.name = name
    self.requestID = requestID
    self.reason = reason
  }
}
