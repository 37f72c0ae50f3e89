import Programme

/// Guesses which field a heading means that no synonym knows: by letters that are nearly the same, or
/// by words that both have. Only ever a suggestion.
struct SuggestedField<Item: SheetRecord> {
  private struct Name {
    let field: Item.Field
    let folded: [UInt8]
    let words: Set<String>
  }

  private let names: [Name]

  /// Guesses among some fields.
  init(_ fields: [Item.Field], _ table: HeadingTable<Item>) {
    names = fields.flatMap { field in
      table.names(of: field).map { name in
        Name(
          field: field, folded: Array(FoldedText.of(name).utf8),
          words: SuggestedField.telling(FoldedText.words(name)))
      }
    }
  }

  /// The raw name of the field that a heading looks like; nil when it looks like none.
  func field(for heading: String) -> String? {
    let folded = Array(FoldedText.of(heading).utf8.prefix(60))
    let all = FoldedText.words(heading)
    guard SuggestedField.otherUnits.isDisjoint(with: all) else { return nil }
    let words = SuggestedField.telling(all)
    let rated = names.map { (field: $0.field, rating: rating($0, folded, words)) }
    guard let best = rated.max(by: { $0.rating < $1.rating }), best.rating > 0 else { return nil }
    return best.field.rawValue
  }

  /// 0 for nothing in common, more the nearer two names are: 100 less what must be changed, or the
  /// share of words they have together.
  private func rating(_ name: Name, _ folded: [UInt8], _ words: Set<String>) -> Int {
    let length = max(name.folded.count, folded.count)
    let distance = EditDistance.between(name.folded, folded)
    let isNear = length >= 4 && distance <= max(1, length / 5)
    let shared = words.intersection(name.words).count
    let all = words.union(name.words).count
    let isShared = shared > 0 && shared * 2 >= all
    return max(isNear ? 100 - distance : 0, isShared ? 90 * shared / all : 0)
  }

  /// Words of a unit that may not be the field's: thousands of pounds, minutes, months.
  private static var otherUnits: Set<String> {
    [
      "000", "000s", "k", "m", "thousand", "thousands", "million", "millions", "min", "mins",
      "minutes", "days", "weeks", "months", "monthly", "weekly", "quarterly",
    ]
  }

  /// The words that tell one field from another.
  private static func telling(_ words: [String]) -> Set<String> {
    Set(words).subtracting([
      "of", "the", "a", "an", "per", "in", "and", "or", "for", "to", "benefit", "benefits", "year",
      "annual", "pa", "no", "number",
    ])
  }
}

/// How many letters must be changed, added or removed to make one text of another (V. Levenshtein,
/// 1966), or swapped with the next (F. Damerau, 1964).
enum EditDistance {
  static func between(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var next = [row + 1]
      for (column, other) in right.enumerated() {
        let change = last[column] + (letter == other ? 0 : 1)
        var best = min(change, last[column + 1] + 1, next[column] + 1)
        let isSwapped =
          row > 0 && column > 0 && letter == right[column - 1] && left[row - 1] == other
        if isSwapped { best = min(best, before[column - 1] + 1) }
        next.append(best)
      }
      (before, last) = (last, next)
    }
    return last.last ?? 0
  }
}
