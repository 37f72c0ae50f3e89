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

extension Exchange.Table {
  /// Items as rows under the headings of their columns.
  init<Item>(_ items: [Item], _ columns: [ListColumn<Item>]) {
    self.init(
      headings: columns.map(\.heading), rows: items.map { item in columns.map { $0.export(item) } })
  }
}
