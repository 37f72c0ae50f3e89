import Calculator
import Exchange
import Foundation
import Programme

/// What a run was asked, kept whole: the register as its asker saw it, the changes and the ranges.
struct SimulationContent: Codable, Sendable {
  /// Concordat JSON.
  let register: String
  let changes: [String: String]
  let inputs: [Input]
  let seed: UInt64
  /// What its asker saw of the register: "12 benefits and 2 costs"; nil when all of it.
  let part: String?

  /// One input that is not sure.
  struct Input: Codable, Sendable {
    let variable: String
    let low: Double
    let likely: Double
    let high: Double
  }

  init(
    _ register: Register, _ changes: ScenarioChanges, _ triangles: [Triangle], seed: UInt64,
    part: String? = nil
  ) {
    self.register = RegisterJSON.write(register)
    self.changes = changes.texts
    self.part = part
    inputs = triangles.map {
      Input(variable: $0.variable.text, low: $0.low, likely: $0.mode, high: $0.high)
    }
    self.seed = seed
  }

  /// The JSON text, the same for the same content.
  var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  init(json: String) throws {
    self = try JSONDecoder().decode(SimulationContent.self, from: Data(json.utf8))
  }

  /// What the inputs vary between.
  var triangles: [Triangle] {
    inputs.compactMap { input in
      (try? Variable(text: input.variable)).map {
        Triangle($0, low: input.low, mode: input.likely, high: input.high)
      }
    }
  }

  /// The simulation, ready to run. Throws what stands against it.
  func simulation() throws -> Simulation {
    guard let request = RegisterJSON.read(Array(register.utf8)).value else {
      throw VariableRefusal.unreadable
    }
    let applied = ScenarioChanges(texts: changes).applied(to: request.appraisal)
    return try Simulation(of: applied.appraisal.inDoubles, varying: triangles, seed: seed)
  }
}

extension VariableRefusal {
  /// The words for a person, whatever was thrown.
  static func words(_ error: any Error) -> String {
    (error as? VariableRefusal)?.because ?? "what was asked can no longer be read"
  }

  fileprivate static var unreadable: any Error { Refusal.notFound }
}
