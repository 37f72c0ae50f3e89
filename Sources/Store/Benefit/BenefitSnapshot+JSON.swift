import Calculator
import Foundation
import Programme

extension BenefitSnapshot {
  /// The snapshot as one JSON object; the same snapshot gives the same text. Numbers are texts, so
  /// that none is rounded.
  public var json: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try? encoder.encode(SnapshotContent(self))
    return bytes.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
  }

  /// Reads what ``json`` wrote. Throws ``StoreError/inconsistent(_:)`` for anything else.
  public init(json: String) throws {
    do {
      self = try JSONDecoder().decode(SnapshotContent.self, from: Data(json.utf8)).snapshot
    } catch {
      throw StoreError.inconsistent("a snapshot of a benefit cannot be read: \(error)")
    }
  }
}

/// What the JSON of a snapshot holds.
private struct SnapshotContent: Codable {
  var engine: String
  var fields: [String: String]
  var parts: [String: String]
  var years: [Year]
  var gross: String?
  var undefinedBecause: String?
  var score: String?
  var isTransfer: Bool

  struct Year: Codable {
    var label: String
    var net: String
    var cashable: String
  }

  init(_ snapshot: BenefitSnapshot) {
    engine = snapshot.engine
    fields = snapshot.fields
    parts = snapshot.parts
    years = snapshot.years.map {
      Year(label: $0.label, net: $0.net.text, cashable: $0.cashable.text)
    }
    gross = snapshot.gross?.text
    undefinedBecause = snapshot.undefinedBecause
    score = snapshot.score?.text
    isTransfer = snapshot.isTransfer
  }

  var snapshot: BenefitSnapshot {
    get throws {
      BenefitSnapshot(
        fields: fields, parts: parts, years: try years.map { try $0.year },
        gross: try gross.map(SnapshotContent.number),
        undefinedBecause: undefinedBecause, score: try score.map(SnapshotContent.number),
        isTransfer: isTransfer, engine: engine)
    }
  }

  static func number(_ text: String) throws -> Exact {
    guard let number = Exact(text: text) else {
      throw StoreError.inconsistent("“\(text)” is no number")
    }
    return number
  }
}

extension SnapshotContent.Year {
  fileprivate var year: BenefitSnapshot.Year {
    get throws {
      BenefitSnapshot.Year(
        label: label, net: try SnapshotContent.number(net),
        cashable: try SnapshotContent.number(cashable))
    }
  }
}
