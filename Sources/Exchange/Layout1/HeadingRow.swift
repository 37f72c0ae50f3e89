import Programme

/// Makes sense of the row of headings above the records of a sheet.
struct HeadingRow<Item: SheetRecord> {
  let sheet: Layout1Sheet
  let matches: HeadingMatches
  let table = HeadingTable<Item>()

  /// What a heading says of its column; a smaller rank is the stronger claim to a field.
  private enum Claim {
    case field(Item.Field, rank: Int)
    case result(ResultColumn)
    case keep
    case leaveOut
  }

  private struct Titled {
    let column: Int
    let title: String
    let claim: Claim?
    var isMatched = false
  }

  // MARK: finding the row

  /// Whether a row is the one of headings: the field that every record is known by and one more,
  /// or three fields without it.
  func isFound(in row: Row) -> Bool {
    let fields = Set(row.cells.compactMap { field(of: $0) })
    let hasKey = Item.requiredFields.first.map(fields.contains) ?? false
    return fields.count >= (hasKey ? min(2, Item.requiredFields.count) : 3)
  }

  /// Whether a row may be one of headings that nobody knows: three texts and nothing else.
  func isLikely(_ row: Row) -> Bool {
    let filled = row.cells.filter { !TrimmedText.of($0.text).isEmpty }
    return filled.count >= 3 && filled.allSatisfy { $0.kind == .text && !$0.hasFormula }
  }

  /// Whether some heading of a row is known.
  func knowsSome(of row: Row) -> Bool { row.cells.contains { field(of: $0) != nil } }

  private func field(of cell: Cell) -> Item.Field? {
    guard cell.kind == .text, case .field(let field, _) = titled(cell).claim else { return nil }
    return field
  }

  // MARK: columns

  /// The columns that a row of headings makes.
  func columns(of row: Row) -> [SheetColumn<Item>] {
    let titled = row.cells.map(titled).filter { !$0.title.isEmpty }
    let holders = holders(titled)
    var headings: Set<String> = []
    return titled.map { one in
      let isTaken = !headings.insert(one.title).inserted
      let heading = isTaken ? "\(one.title) (column \(one.column))" : one.title
      return column(one, heading, holders)
    }
  }

  /// A column without a heading, whose texts are not to be lost.
  static func unnamed(_ number: Int) -> SheetColumn<Item> {
    SheetColumn(
      number: number, title: "", heading: "Column \(number)", role: .additional, origin: .unknown)
  }

  private func titled(_ cell: Cell) -> Titled {
    let title = TrimmedText.of(cell.text)
    if let meaning = matches.meaning(of: title, in: sheet.rawValue) {
      return Titled(column: cell.column, title: title, claim: claim(meaning), isMatched: true)
    }
    return Titled(column: cell.column, title: title, claim: claim(title))
  }

  private func claim(_ meaning: HeadingMatch.Meaning) -> Claim {
    switch meaning {
    case .field(let name): Item.Field(rawValue: name).map { .field($0, rank: 0) } ?? .keep
    case .keep: .keep
    case .leaveOut: .leaveOut
    }
  }

  private func claim(_ title: String) -> Claim? {
    if let (field, isOwn) = table.field(title) { return .field(field, rank: isOwn ? 1 : 2) }
    guard Item.self == Benefit.self else { return nil }
    return ResultColumn(heading: title).map(Claim.result)
  }

  /// The column that holds each field: the strongest claim, and of equals the first.
  private func holders(_ titled: [Titled]) -> [Item.Field: Int] {
    var best: [Item.Field: (rank: Int, column: Int)] = [:]
    for one in titled {
      guard case .field(let field, let rank) = one.claim else { continue }
      if rank < best[field]?.rank ?? .max { best[field] = (rank, one.column) }
    }
    return best.mapValues(\.column)
  }

  private func column(
    _ one: Titled, _ heading: String, _ holders: [Item.Field: Int]
  ) -> SheetColumn<Item> {
    func made(_ role: SheetColumn<Item>.Role, _ origin: SheetColumn<Item>.Origin)
      -> SheetColumn<Item>
    {
      SheetColumn(
        number: one.column, title: one.title, heading: heading, role: role, origin: origin)
    }
    let origin: SheetColumn<Item>.Origin = one.isMatched ? .matched : .known
    switch one.claim {
    case .field(let field, _):
      guard let holder = holders[field], holder != one.column else {
        return made(.field(field, field.kind), origin)
      }
      return made(.additional, .second(field, column: holder))
    case .result(let result): return made(.result(result), .known)
    case .keep: return made(.additional, .matched)
    case .leaveOut: return made(.leftOut, .matched)
    case nil: return made(.additional, .unknown)
    }
  }
}
