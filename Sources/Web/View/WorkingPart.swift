import Calculator

/// How a figure came about: the calculator's working, ready to show.
struct WorkingPart: Part {
  /// Where links lead: "working-cash-npv". Only the outermost has one.
  let id: String
  let name: String
  let formula: String
  let shown: String
  /// The figure before rounding, where it says more than what is shown.
  let unrounded: String?
  let inputs: [Input]
  let steps: [WorkingPart]

  /// A value that was given.
  struct Input: Part {
    let name: String
    let value: String
    let unit: String
    let source: String
  }

  /// A working as the calculator gives it. The outermost begins a line of its own: with the words
  /// that say of what it is, else with a capital.
  init(_ working: Working, id: String = "", of whole: String = "") {
    self.id = id
    let isSentence = !id.isEmpty && whole.isEmpty
    name = isSentence ? working.name.capitalizedAtStart : whole + working.name
    formula = working.formula
    shown = working.shown
    unrounded = working.value.isEmpty ? nil : WorkingPart.number(working.value)
    inputs = working.inputs.map {
      Input(name: $0.name, value: WorkingPart.number($0.value), unit: $0.unit, source: $0.source)
    }
    steps = working.steps.map { WorkingPart($0) }
  }

  /// Every digit of a number, with separators and a real minus sign; other texts as they are.
  private static func number(_ text: String) -> String {
    Exact(text: text).map { Shown.quantity($0) } ?? (text.isEmpty ? "blank" : text)
  }

  init(
    id: String = "", name: String, formula: String, shown: String, unrounded: String? = nil,
    inputs: [Input] = [], steps: [WorkingPart] = []
  ) {
    self.id = id
    self.name = name
    self.formula = formula
    self.shown = shown
    self.unrounded = unrounded
    self.inputs = inputs
    self.steps = steps
  }
}

extension String {
  /// The same with a capital at its beginning.
  var capitalizedAtStart: String { prefix(1).uppercased() + dropFirst() }

  /// The same for the middle of a sentence.
  var lowercasedAtStart: String { prefix(1).lowercased() + dropFirst() }
}
