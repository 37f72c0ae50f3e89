/// What a name in a template stands for.
enum Value: Sendable {
  case text(String)
  case flag(Bool)
  case part(any Part)
  case parts([any Part])
  case texts([String])
  /// Known, but not there: shows nothing, and counts as false.
  case absent

  /// What a stored property holds; nil for a type that no template shows.
  init?(_ stored: Any) {
    switch stored {
    case let optional as any Omittable:
      guard let wrapped = optional.wrapped else {
        self = .absent
        return
      }
      self.init(wrapped)
    case let text as String: self = .text(text)
    case let flag as Bool: self = .flag(flag)
    case let part as any Part: self = .part(part)
    case let texts as [String]: self = .texts(texts)
    case let parts as [any Part]: self = .parts(parts)
    default: return nil
    }
  }

  /// A text that may be missing.
  static func text(_ text: String?) -> Value { text.map { .text($0) } ?? .absent }

  /// A part that may be missing.
  static func part(_ part: (any Part)?) -> Value { part.map { .part($0) } ?? .absent }

  /// Whether there is any of it.
  var isThere: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .flag(let flag): flag
    case .part: true
    case .parts(let parts): !parts.isEmpty
    case .texts(let texts): !texts.isEmpty
    case .absent: false
    }
  }
}

private protocol Omittable {
  var wrapped: Any? { get }
}

extension Optional: Omittable {
  var wrapped: Any? { self }
}
