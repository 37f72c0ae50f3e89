import Calculator
import Foundation
import Postgres
import Programme

extension BenefitSort {
  /// The column that is sorted by: never NULL, and with an index of its own.
  var column: SQL {
    switch self {
    case .reference: "b.reference_order"
    case .title: "b.title_order"
    case .council: "b.council_order"
    case .service: "b.service_order"
    case .status: "b.status_order"
    case .owner: "b.owner_order"
    case .net: "b.net_order"
    case .cashable: "b.cashable_order"
    case .changed: "b.changed_at"
    }
  }

  /// The sort key as text, for a cursor.
  var key: SQL {
    self == .changed
      ? "(extract(epoch FROM b.changed_at) * 1000000)::bigint::text" : "\(column)::text"
  }

  /// The sort key of a cursor as a value of the column's type; nil when it is no such value.
  func value(_ key: String) -> SQL? {
    switch self {
    case .reference, .title, .council, .service, .owner:
      return "\(key)::text"
    case .status:
      guard let place = Int32(key) else { return nil }
      return "\(place)::int"
    case .net, .cashable:
      let number = key == "-Infinity" ? -Double.infinity : Double(key)
      guard let number else { return nil }
      return "\(number)::float8"
    case .changed:
      guard let microseconds = Int64(key) else { return nil }
      return "\(Instant(microsecondsSinceEpoch: microseconds))::timestamptz"
    }
  }
}

extension BenefitFilter {
  /// Whether the sums of whole registers answer for the list's totals.
  var isOfWholeRegisters: Bool {
    status == nil && tangibility == nil && cashability == nil && method == nil && service == nil
      && needs == nil && wordPatterns.isEmpty && labels.isEmpty && year == nil
      && figure == .forecast
  }

  /// What the rows must fulfil besides being within sight, on the table of that alias.
  func conditions(_ table: SQL) -> SQL {
    var conditions: [SQL] = ["\(table).removed_at IS NULL"]
    if let status { conditions.append("\(table).status = \(status.rawValue)") }
    if let tangibility { conditions.append("\(table).tangibility = \(tangibility.rawValue)") }
    if let cashability { conditions.append("\(table).cashability = \(cashability.rawValue)") }
    if let method { conditions.append("\(table).method = \(method.rawValue)") }
    if let service { conditions.append("\(table).service_order = lower(\(service)::text)") }
    for (axis, label) in labels.sorted(by: { $0.key.word < $1.key.word }) {
      conditions.append(axis.holds(label))
    }
    if let year {
      conditions.append(
        year == .noMoney ? "\(figure.amount) IS NULL" : "\(yearAmount(year)) IS NOT NULL")
    }
    if let needs { conditions.append(needs.condition(table)) }
    for pattern in wordPatterns {
      conditions.append("\(table).search_text LIKE \(pattern)")
    }
    if let council = ofCouncil(table) { conditions.append(council) }
    return conditions.joined(separator: " AND ")
  }

  /// The council's rows of any table; nil without a council.
  func ofCouncil(_ table: SQL) -> SQL? {
    council.map {
      "\(table).organisation_id = (SELECT o.id FROM organisation o WHERE o.code = \($0.description))"
    }
  }

  /// A pattern for each word that is looked for; the words stand for themselves.
  private var wordPatterns: [String] {
    let split = words.lowercased().unicodeScalars.split { $0.properties.isWhitespace }
    return split.prefix(BenefitFilter.wordsMaximum).map { word in
      var pattern = "%"
      for scalar in word where scalar.value != 0 {
        if scalar == "%" || scalar == "_" || scalar == "\\" { pattern += "\\" }
        pattern.unicodeScalars.append(scalar)
      }
      return pattern + "%"
    }
  }
}
