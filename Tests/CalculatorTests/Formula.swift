import Calculator
import Foundation
import Testing

/// Checks a working with pencil and paper: reads its formula as text and works it out from the
/// values of its own inputs and steps. Knows nothing of the engine.
struct Formula {
  private let values: [String: Double]
  private let working: Working
  private var rest: Substring

  init(_ working: Working) throws {
    self.working = working
    var values: [String: Double] = [:]
    for input in working.inputs where !input.value.isEmpty {
      let value: Double = try #require(Double(input.value), "\(input.name): \(input.value)")
      values[input.name] = value
    }
    for step in working.steps where !step.value.isEmpty {
      let value: Double = try #require(Double(step.value), "\(step.name): \(step.value)")
      values[step.name] = value
    }
    self.values = values
    rest = working.formula[...]
  }

  /// Everything that is added up, in the order of the working; names may repeat.
  private var lines: [Double] {
    (working.inputs.map(\.value) + working.steps.map(\.value)).compactMap(Double.init)
  }

  /// The largest value in the formula: what its rounding is measured against.
  var scale: Double { lines.map(abs).max() ?? 0 }

  mutating func result() throws -> Double {
    switch working.formula {
    case "sum of the lines below": return lines.reduce(0, +)
    case "sum of the yearly lines":
      return working.steps.filter { $0.name.contains(" in year ") }
        .compactMap { Double($0.value) }.reduce(0, +)
    default: break
    }
    let value = try sum()
    try #require(rest.isEmpty, "left over in \"\(working.formula)\": \(rest)")
    return value
  }

  private mutating func sum() throws -> Double {
    var value = try product()
    while let sign = take(["+", "−"]) {
      let next = try product()
      value += sign == "+" ? next : -next
    }
    return value
  }

  private mutating func product() throws -> Double {
    var value = try power()
    while let sign = take(["×", "÷"]) {
      let next = try power()
      value = sign == "×" ? value * next : value / next
    }
    return value
  }

  private mutating func power() throws -> Double {
    let base = try term()
    guard take(["^"]) != nil else { return base }
    let exponent = try term()
    return pow(base, exponent)
  }

  private mutating func term() throws -> Double {
    if take(["("]) != nil {
      let value = try sum()
      _ = try #require(take([")"]))
      return value
    }
    if take(["|"]) != nil {
      let value = try sum()
      _ = try #require(take(["|"]))
      return abs(value)
    }
    skipSpaces()
    if let name = values.keys.filter({ rest.hasPrefix($0) }).max(by: { $0.count < $1.count }) {
      rest = rest.dropFirst(name.count)
      return try #require(values[name])
    }
    let digits = rest.prefix { $0.isNumber || $0 == "." }
    rest = rest.dropFirst(digits.count)
    return try #require(Double(digits), "no such value in \"\(working.formula)\": \(rest)")
  }

  private mutating func take(_ signs: [Character]) -> Character? {
    skipSpaces()
    guard let next = rest.first, signs.contains(next) else { return nil }
    rest = rest.dropFirst()
    return next
  }

  private mutating func skipSpaces() { rest = rest.drop { $0 == " " } }
}

extension Formula {
  /// Checks a working and all its steps; says how many were checked.
  static func check(_ working: Working) throws -> Int {
    var checked = 0
    for step in working.steps { checked += try check(step) }
    guard !working.value.isEmpty else {
      #expect(working.shown.hasPrefix("undefined, because "), "\(working.name)")
      return checked
    }
    let stated: Double = try #require(Double(working.value))
    var formula = try Formula(working)
    let tolerance = 1e-9 * max(formula.scale, abs(stated), 1e-3)
    if working.formula == "the rate at which the lines below add up to 0" {
      #expect(abs(formula.lines.reduce(0, +)) <= tolerance, "\(working.name)")
    } else {
      let ours = try formula.result()
      #expect(abs(ours - stated) <= tolerance, "\(working.name): \(ours) is not \(stated)")
    }
    return checked + 1
  }
}
