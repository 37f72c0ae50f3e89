/// Something in an appraisal that can be set to another value: what scenarios, sensitivity,
/// switching values and simulation vary, and the only way in which they do.
public enum Variable: Sendable, Hashable {
  /// The discount rate; setting it makes the schedule flat.
  case discountRate
  /// All benefits times this; 1 is as stated.
  case benefitLevel
  /// All costs times this; 1 is as stated.
  case costLevel
  /// Something that all benefits share.
  case assumption(AssumptionInput)
  /// What a contact costs by a channel.
  case channel(String)
  /// An input of the benefit with this reference.
  case benefit(String, BenefitInput)
  /// An input of the line of cost with this reference.
  case cost(String, CostInput)
}

extension Variable {
  /// Reads the text of a variable, "benefit/B001/volume". References may contain "/". Refuses text
  /// that names nothing that can be varied; whether a reference exists is asked when it is set.
  public init(text: String) throws(VariableRefusal) {
    guard let variable = Self.read(text) else {
      throw VariableRefusal(variable: text, because: "this is nothing that can be varied")
    }
    self = variable
  }

  /// The text of the variable: stable, for addresses and storage.
  public var text: String {
    switch self {
    case .discountRate: "discountRate"
    case .benefitLevel: "level/benefits"
    case .costLevel: "level/costs"
    case .assumption(let input): "assumption/\(input.rawValue)"
    case .channel(let name): "channel/\(name)"
    case .benefit(let id, let input): "benefit/\(id)/\(input.rawValue)"
    case .cost(let id, let input): "cost/\(id)/\(input.rawValue)"
    }
  }

  private static func read(_ text: String) -> Variable? {
    let fixed = [Variable.discountRate, .benefitLevel, .costLevel]
    if let variable = fixed.first(where: { $0.text == text }) { return variable }
    let utf8 = text.utf8
    let slash = UInt8(ascii: "/")
    guard let first = utf8.firstIndex(of: slash) else { return nil }
    let rest = text[utf8.index(after: first)...]
    switch text[..<first] {
    case "assumption": return AssumptionInput(rawValue: String(rest)).map { .assumption($0) }
    case "channel": return rest.isEmpty ? nil : .channel(String(rest))
    case "benefit":
      return row(rest).flatMap { id, name in
        BenefitInput(rawValue: name).map { .benefit(id, $0) }
      }
    case "cost":
      return row(rest).flatMap { id, name in
        CostInput(rawValue: name).map { .cost(id, $0) }
      }
    default: return nil
    }
  }

  /// A reference and the name of an input, which has no "/" in it.
  private static func row(_ text: Substring) -> (id: String, name: String)? {
    guard let last = text.utf8.lastIndex(of: UInt8(ascii: "/")), last > text.startIndex
    else { return nil }
    return (String(text[..<last]), String(text[text.utf8.index(after: last)...]))
  }
}

extension Variable: Comparable {
  /// By text, so that an order does not depend on how rows happen to stand.
  public static func < (left: Variable, right: Variable) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}
