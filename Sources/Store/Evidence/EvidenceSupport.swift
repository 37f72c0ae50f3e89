import Foundation
import Programme

/// What of a benefit a file supports.
public enum EvidenceSupport: Sendable, Hashable {
  /// The benefit as a whole.
  case benefit
  /// One of its measures.
  case measure(ID<Measure>)
  /// The values of a period.
  case period(PeriodSpan)

  /// Reads the form of fields: "", "measure 0e98…", "period 2010-Q1"; nil for anything else.
  public init?(text: String) {
    let words = text.split(separator: " ", maxSplits: 1)
    switch words.first {
    case nil: self = .benefit
    case "measure":
      guard let id = words.last.flatMap({ ID<Measure>(text: String($0)) }) else { return nil }
      self = .measure(id)
    case "period":
      guard let span = words.last.flatMap({ PeriodSpan(text: String($0)) }) else { return nil }
      self = .period(span)
    default: return nil
    }
  }

  /// The form of fields.
  public var text: String {
    switch self {
    case .benefit: ""
    case .measure(let id): "measure \(id)"
    case .period(let span): "period \(span.text)"
    }
  }
}

/// Something that a file can be said to support, as it is offered.
public struct EvidenceChoice: Sendable, Hashable {
  /// What.
  public let support: EvidenceSupport
  /// What people call it.
  public let words: String
}
