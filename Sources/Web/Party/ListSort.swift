import Calculator
import Programme

/// By what a list is sorted; what is missing comes last.
enum SortKey: Comparable, Sendable {
  case number(Int)
  case money(Exact)
  case day(Day)
  case text(String)
  case missing
}

/// How a list is sorted, from its address.
struct ListSort: Sendable, Hashable {
  var column: String
  var isDescending = false

  /// Reads "sort" and "order"; `names` are the columns that may be named.
  init(_ reader: inout QueryReader, among names: [String]) {
    let found = reader.read("sort", "a column") { names.contains($0) ? $0 : nil }
    column = found ?? names.first ?? ""
    isDescending = reader.read("order", "ascending or descending") { Self.orders[$0] } ?? false
  }

  private static let orders = ["ascending": false, "descending": true]
}

extension ListSort {
  /// The items by that column; equal ones stay in their order.
  func sorted<Item>(_ items: [Item], by columns: [ListColumn<Item>]) -> [Item] {
    guard let order = columns.first(where: { $0.name == column })?.order else { return items }
    let keyed = items.enumerated().map {
      (place: $0.offset, key: order($0.element), item: $0.element)
    }
    return keyed.sorted { left, right in
      if left.key == right.key { return left.place < right.place }
      if left.key == .missing || right.key == .missing { return right.key == .missing }
      return isDescending ? left.key > right.key : left.key < right.key
    }.map(\.item)
  }

  /// The address with this sorting, unless it is the list's first.
  func address(_ address: Address, first: String) -> Address {
    address.with("sort", column == first ? nil : column)
      .with("order", isDescending ? "descending" : nil)
  }
}
