import Foundation
import Programme

/// Who takes part in the demonstration: a programme of invented and real names, for trying out.
/// `Seed/demonstration.json` holds it; the command reads the file and hands its bytes in.
public struct Demonstration: Codable, Sendable {
  /// The programme's name.
  public let programme: String
  /// What it is for.
  public let purpose: String
  /// The day that everybody takes part from, "2004-04-01".
  public let from: String
  /// The organisations.
  public let parties: [Party]
  /// The people with accounts.
  public let people: [Sign]

  /// An organisation that takes part.
  public struct Party: Codable, Sendable {
    /// The kind's word.
    public let kind: String
    /// The name; a council's comes from the reference data.
    public let name: String
    /// A council's official code.
    public let code: String?
    /// The capacity's word.
    public let capacity: String
  }

  /// Somebody who can sign in.
  public struct Sign: Codable, Sendable {
    /// The name.
    public let name: String
    /// The address.
    public let email: String
    /// The role's word.
    public let role: String
    /// The name or code of the organisation.
    public let organisation: String
  }

  /// Reads the file. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  public init(json: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(Demonstration.self, from: Data(json))
    } catch {
      throw StoreError.inconsistent("the demonstration cannot be read: \(error)")
    }
  }
}
