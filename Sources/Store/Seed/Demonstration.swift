import Foundation
import Programme

/// Who takes part in the demonstration: a programme of invented and real names, for trying out.
/// `Seed/demonstration.json` holds it.
struct Demonstration: Decodable, Sendable {
  /// The programme's name.
  let programme: String
  /// What it is for.
  let purpose: String
  /// The day that everybody takes part from, "2004-04-01".
  let from: String
  /// The organisations.
  let parties: [Party]
  /// The people with accounts.
  let people: [Sign]

  /// An organisation that takes part.
  struct Party: Decodable, Sendable {
    /// The kind's word.
    let kind: String
    /// The name; a council's comes from the reference data.
    let name: String
    /// A council's official code.
    let code: String?
    /// The capacity's word.
    let capacity: String
  }

  /// Somebody who takes part.
  struct Sign: Decodable, Sendable {
    /// The name.
    let name: String
    /// The address.
    let email: String
    /// The role's word.
    let role: String
    /// The name or code of the organisation.
    let organisation: String
    /// Whether the person can sign in; nil for yes.
    let account: Bool?
  }

  /// Reads the file. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  init(json: String) throws {
    do {
      self = try JSONDecoder().decode(Demonstration.self, from: Data(json.utf8))
    } catch {
      throw StoreError.inconsistent("the demonstration cannot be read: \(error)")
    }
  }
}
