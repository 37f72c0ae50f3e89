import Foundation
import Programme

/// A file on its way to a benefit.
public struct EvidenceDraft: Sendable {
  /// The name that it is to be handed out under.
  public var fileName: String
  /// What it holds.
  public var kind: EvidenceKind
  /// Its content.
  public var bytes: [UInt8]
  /// What it shows.
  public var note = ""
  /// What it supports.
  public var support = EvidenceSupport.benefit

  /// A file that supports a benefit as a whole; its name gets an ending that fits its content.
  public init(fileName: String, kind: EvidenceKind, bytes: [UInt8]) {
    self.fileName = kind.honest(name: fileName)
    self.kind = kind
    self.bytes = bytes
  }
}
