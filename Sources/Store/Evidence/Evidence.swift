import Foundation
import Programme

/// A file that supports a benefit.
public struct Evidence: Sendable {
  /// The identity.
  public let id: ID<Evidence>
  /// The name that it is handed out under.
  public let fileName: String
  /// What it holds.
  public let kind: EvidenceKind
  /// How large it is.
  public let sizeBytes: Int
  /// The SHA-256 of its content, in hexadecimal digits.
  public let fingerprint: String
  /// What it shows, in the words of whoever attached it.
  public let note: String
  /// What of the benefit it supports.
  public let support: EvidenceSupport
  /// The name of the measure it supports, where it supports one.
  public let measureName: String?
  /// Who attached it.
  public let attached: Deed
  /// Who removed it, and why; nil while it counts.
  public let removed: Deed?
}
