import Calculator
import Exchange
import Programme

/// A column of a list of items: its head, what it shows of an item, what it hands out to other
/// programs, and by what it is sorted.
struct ListColumn<Item: Sendable>: Sendable {
  /// Its word in addresses.
  let name: String
  /// Its head.
  let heading: String
  /// Whether it holds figures.
  let isNumber: Bool
  /// What it shows.
  let cell: @Sendable (Item) -> ListTable.Cell
  /// What it hands out.
  let export: @Sendable (Item) -> TableCell
  /// By what it is sorted; nil for a column that the list is not sorted by.
  let order: (@Sendable (Item) -> SortKey)?

  init(
    _ name: String, _ heading: String, isNumber: Bool = false,
    order: (@Sendable (Item) -> SortKey)? = nil,
    export: @escaping @Sendable (Item) -> TableCell,
    cell: @escaping @Sendable (Item) -> ListTable.Cell
  ) {
    self.name = name
    self.heading = heading
    self.isNumber = isNumber
    self.order = order
    self.export = export
    self.cell = cell
  }
}
