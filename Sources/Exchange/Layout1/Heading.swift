import Calculator
import Programme

/// A record that stands in a sheet of layout 1, one a row, under headings.
protocol SheetRecord: Record {
  /// Other headings that councils use for a field, folded; the field's own header and label are
  /// always known.
  static var synonyms: [String: Field] { get }
  /// What a sheet cannot do without. The first one is what its heading row is known by.
  static var requiredFields: [Field] { get }
}

/// What the headings of a sheet mean.
struct HeadingTable<Item: SheetRecord> {
  /// Headers of layout 1, folded.
  private let own: [String: Item.Field]
  private let synonyms: [String: Item.Field]

  init() {
    own = Dictionary(Item.Field.allCases.map { (FoldedText.of($0.header), $0) }) { $1 }
    var words = Item.synonyms
    for field in Item.Field.allCases { words[FoldedText.of(field.label)] = field }
    for (word, field) in own where word.hasSuffix("pct") { words[String(word.dropLast(3))] = field }
    synonyms = words
  }

  /// The field of a heading; `isOwn` when the heading is the one of layout 1.
  func field(_ heading: String) -> (field: Item.Field, isOwn: Bool)? {
    let folded = FoldedText.of(heading)
    if let field = own[folded] { return (field, true) }
    return meaning(folded).map { ($0, false) }
  }

  private func meaning(_ folded: String) -> Item.Field? {
    if let field = synonyms[folded] { return field }
    let endings = ["pct", "percent", "percentage"]
    guard let ending = endings.first(where: { folded.hasSuffix($0) }) else { return nil }
    let stem = String(folded.dropLast(ending.count))
    return own[stem] ?? synonyms[stem]
  }

  /// The names a field goes by, for suggestions: header, label and synonyms.
  func names(of field: Item.Field) -> [String] {
    [field.header, field.label] + synonyms.filter { $0.value == field }.map(\.key).sorted()
  }
}

extension Benefit: SheetRecord {
  static let requiredFields: [Field] = [.reference, .title, .method]
  static let synonyms = HeadingWords.benefit
}

extension Cost: SheetRecord {
  static let requiredFields: [Field] = [.reference, .amount]
  static let synonyms = HeadingWords.cost
}

extension Actual: SheetRecord {
  static let requiredFields: [Field] = [.benefitReference, .year, .value]
  static let synonyms = HeadingWords.actual
}

extension CriterionRow: SheetRecord {
  static let requiredFields: [Field] = [.benefitReference, .criterion, .weight]
  static let synonyms = HeadingWords.criterion
}

extension ChannelCost: SheetRecord where N == Exact {
  static var requiredFields: [Field] { [.name, .cost] }
  static var synonyms: [String: Field] { HeadingWords.channel }
}

extension Cover: SheetRecord {
  static let requiredFields: [Field] = []
  static let synonyms = HeadingWords.cover
}
