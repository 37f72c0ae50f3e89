import Calculator

extension ScenarioChanges {
  /// The register with those changes in it that a register can hold, and the names of the others:
  /// levels, rates by year, convention and horizon.
  public func applied(to register: Register) -> (register: Register, left: [String]) {
    var changed = register
    var left = Set(texts.keys).subtracting(values.keys.map(\.text))
    for (variable, value) in values.sorted(by: { $0.key < $1.key }) {
      if !changed.set(variable, to: value.text) { left.insert(variable.text) }
    }
    return (changed, left.sorted())
  }
}

extension Register {
  /// Sets what a variable stands for; false when a register has no such field.
  fileprivate mutating func set(_ variable: Variable, to text: String) -> Bool {
    switch variable {
    case .discountRate: return setCover("discountRate", text)
    case .assumption(let input): return setCover(input.rawValue, text)
    case .channel(let name): return Register.set(&channelCosts, "cost", text) { $0.name == name }
    case .benefit(let id, let input):
      return Register.set(&benefits, input.rawValue, text) {
        $0.reference == id
      } keep: {
        old, new in
        var kept = old
        kept.inputs = new.inputs
        return kept
      }
    case .cost(let id, let input):
      return Register.set(&costs, input.rawValue, text) { $0.reference == id }
    case .benefitLevel, .costLevel: return false
    }
  }

  private mutating func setCover(_ name: String, _ text: String) -> Bool {
    var covers = [cover]
    let isSet = Register.set(&covers, name, text) { _ in true }
    cover = covers.first ?? cover
    return isSet
  }

  /// Reads the record that fits anew, with one field changed.
  private static func set<Item: Record>(
    _ items: inout [Item], _ name: String, _ text: String, where fits: (Item) -> Bool,
    keep: (Item, Item) -> Item = { $1 }
  ) -> Bool {
    guard let place = items.firstIndex(where: fits), let field = Item.Field(rawValue: name)
    else { return false }
    var texts = items[place].texts
    texts[field] = text
    guard let read = Item.read(texts).value else { return false }
    items[place] = keep(items[place], read)
    return true
  }
}
