import Calculator
import Programme

/// What the cells of an Excel workbook cannot hold of a register, in words.
enum XLSXLosses {
  static func of(_ register: Register) -> [String] {
    register.benefits.flatMap { benefit in
      digits(benefit) + texts(benefit)
    } + register.costs.flatMap(digits) + register.actuals.flatMap(digits)
  }

  /// Spreadsheet programs work with 15 digits.
  private static func digits<Item: Record>(_ item: Item) -> [String] {
    let numbers = Item.Field.allCases.compactMap { field -> String? in
      guard isNumber(field.kind), let number = Exact(text: item.text(field)) else { return nil }
      let digits = number.text.utf8.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
      return digits.drop { $0 == UInt8(ascii: "0") }.count > 15 ? field.header : nil
    }
    let name = Item.Field.allCases.first.map(item.text) ?? ""
    return numbers.map { "\(name): the digits of \($0) after the fifteenth." }
  }

  private static func isNumber(_ kind: FieldKind) -> Bool {
    switch kind {
    case .number, .share: true
    default: false
    }
  }

  private static func texts(_ benefit: Benefit) -> [String] {
    benefit.additional.filter { $0.value.utf16.count > XLSXText.limitUnits }.keys.sorted().map {
      "\(benefit.reference): the end of \($0), which is longer than a cell."
    }
  }
}
