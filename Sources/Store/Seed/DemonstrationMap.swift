import Calculator
import Foundation
import Postgres
import Programme

/// What a council of the demonstration recorded of its map and of its costs, for trying out.
/// `Seed/demonstration-map.json` holds it.
struct DemonstrationMap: Decodable, Sendable {
  /// The council's official code.
  let council: String
  /// What came of costs that its workbook brings.
  let costs: [CostNote]
  /// The boxes of its map, each after what it leads to or before.
  let boxes: [Box]

  /// What a cost buys and came to.
  struct CostNote: Decodable, Sendable {
    let reference: String
    let buys: [String]
    let actuals: [Figure]
  }

  /// A figure of a financial year, or why there is none.
  struct Figure: Decodable, Sendable {
    let year: String
    let value: String?
    let because: String?
    let evidence: String?
    let maturity: String?
  }

  /// A box, and what it leads to: titles of boxes and references of benefits.
  struct Box: Decodable, Sendable {
    let kind: String
    let title: String
    let owner: String
    let due: String?
    let leadsTo: [String]
  }

  /// Reads the file. Throws ``StoreError/inconsistent(_:)`` when it is not one.
  init(json: String) throws {
    do {
      self = try JSONDecoder().decode(DemonstrationMap.self, from: Data(json.utf8))
    } catch {
      throw StoreError.inconsistent("the demonstration's map cannot be read: \(error)")
    }
  }
}

extension DemonstrationMap.Figure {
  func actual() throws -> CostActual {
    let reading = CostActual.read([
      .year: year, .value: value ?? "", .noValueBecause: because ?? "", .evidence: evidence ?? "",
      .maturity: maturity ?? "",
    ])
    guard let actual = reading.value else {
      throw StoreError.inconsistent("the demonstration has a cost of \(year) that is none")
    }
    return actual
  }
}

extension DemonstrationMap.Box {
  func node() throws -> MapNode {
    let reading = MapNode.read([.kind: kind, .title: title, .owner: owner, .due: due ?? ""])
    guard let node = reading.value else {
      throw StoreError.inconsistent("the demonstration has a box “\(title)” that is none")
    }
    return node
  }
}
