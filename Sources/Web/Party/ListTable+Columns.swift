import Exchange

extension ListTable {
  /// Items under the heads of their columns; `address` is the list's own, without sorting.
  init<Item>(
    _ caption: String, _ items: [Item], _ columns: [ListColumn<Item>], sort: ListSort? = nil,
    address: Address? = nil
  ) {
    self.caption = caption
    heads = columns.map { column in
      let isSorted = sort?.column == column.name
      let turns = isSorted && sort?.isDescending == false
      let link = address.flatMap { address in
        column.order.map { _ in
          Link(
            column.heading,
            address.with("sort", column.name).with("order", turns ? "descending" : nil).text)
        }
      }
      return Head(
        text: column.heading, style: column.isNumber ? "app-number" : "", sort: link,
        order: isSorted ? (sort?.isDescending == true ? "descending" : "ascending") : nil)
    }
    rows = items.map { item in Row(cells: columns.map { $0.cell(item) }) }
  }
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

extension Exchange.Table {
  /// Items as rows under the headings of their columns.
  init<Item>(_ items: [Item], _ columns: [ListColumn<Item>]) {
    self.init(
      headings: columns.map(\.heading), rows: items.map { item in columns.map { $0.export(item) } })
  }
}
