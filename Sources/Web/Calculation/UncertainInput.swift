import Calculator
import Programme

/// An input whose value is not sure: its lowest, likeliest and highest value, as typed.
struct UncertainInput: Sendable {
  let variable: Variable
  var low: String
  var likely: String
  var high: String

  /// The three names in a form, "low/discountRate" among them.
  enum Bound: String, CaseIterable, Sendable {
    case low, likely, high

    func name(_ variable: Variable) -> String { "\(rawValue)/\(variable.text)" }

    /// The variable of a field's name; nil for a name of another form.
    static func variable(of name: String) -> Variable? {
      guard let slash = name.utf8.firstIndex(of: UInt8(ascii: "/")),
        Bound(rawValue: String(name[..<slash])) != nil
      else { return nil }
      return try? Variable(text: String(name[name.utf8.index(after: slash)...]))
    }
  }

  subscript(_ bound: Bound) -> String {
    switch bound {
    case .low: low
    case .likely: likely
    case .high: high
    }
  }

  /// A range around what the variable is.
  init(_ range: VariableRange<Exact>, likely: Exact) {
    variable = range.variable
    let isShare = variable.isShare
    low = PercentText.typed(range.low.text, if: isShare)
    self.likely = PercentText.typed(likely.text, if: isShare)
    high = PercentText.typed(range.high.text, if: isShare)
  }

  /// What a form says of a variable.
  init(_ variable: Variable, in form: Submission) {
    self.variable = variable
    low = form.given(Bound.low.name(variable)) ?? ""
    likely = form.given(Bound.likely.name(variable)) ?? ""
    high = form.given(Bound.high.name(variable)) ?? ""
  }

  /// Whether it was left blank: then it stays as it is.
  var isBlank: Bool { low.isEmpty && likely.isEmpty && high.isEmpty }

  /// The triangle it stands for, and what stands against it.
  var reading: (triangle: Triangle?, problems: [Problem]) {
    var problems: [Problem] = []
    var values: [Exact] = []
    for bound in Bound.allCases {
      let text = PercentText.withSign(self[bound], if: variable.isShare)
      if let value = variable.read(text) {
        values.append(value)
      } else {
        problems.append(problem(bound, variable.expectation))
      }
    }
    guard values.count == 3, problems.isEmpty else { return (nil, problems) }
    guard values[0] <= values[1], values[1] <= values[2] else {
      return (nil, [problem(.likely, "lowest, likeliest and highest in this order")])
    }
    return (
      Triangle(
        variable, low: values[0].double, mode: values[1].double, high: values[2].double), []
    )
  }

  private func problem(_ bound: Bound, _ expected: String) -> Problem {
    Problem(
      .error, at: .field(bound.name(variable)), subject: variable.label.capitalizedAtStart,
      found: self[bound], expected: expected,
      mend: "Correct it, or leave all three blank to keep the input as it is.")
  }
}
