import Programme
import Store

/// What is compared: a baseline by its number, or the benefit as it is now.
enum ComparedForecast: Hashable {
  case baseline(Int)
  case present

  /// Reads "2" or "now"; nil for anything else.
  init?(_ text: String?, or standard: ComparedForecast) {
    switch text {
    case nil: self = standard
    case "now": self = .present
    default:
      guard let number = text.flatMap({ Int($0) }) else { return nil }
      self = .baseline(number)
    }
  }

  var value: String { if case .baseline(let number) = self { String(number) } else { "now" } }
  var words: String {
    if case .baseline(let number) = self { "Baseline \(number)" } else { "Now" }
  }
}
