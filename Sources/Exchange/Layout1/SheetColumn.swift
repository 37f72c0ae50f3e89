import Calculator
import Programme

/// A column of a sheet of records: what it holds, and how that is known.
struct SheetColumn<Item: SheetRecord> {
  /// What becomes of its cells.
  enum Role {
    case field(Item.Field, FieldKind)
    case result(ResultColumn)
    case additional
    case leftOut
  }

  /// How its meaning is known.
  enum Origin: Equatable {
    /// By layout 1 or a synonym.
    case known
    /// Somebody said so.
    case matched
    /// Nobody knows it.
    case unknown
    /// It means a field that another column holds already.
    case second(Item.Field, column: Int)
  }

  let number: Int
  /// The heading as it stands in the file; "" where there is none.
  let title: String
  /// The heading that its texts are kept under, unlike any other of the sheet.
  let heading: String
  let role: Role
  let origin: Origin

  /// Whether the page that matches columns shows some of its cells.
  var wantsSamples: Bool { if case .known = origin { false } else { true } }
}

/// A column of the sheet Benefits that the workbook works out.
enum ResultColumn: Hashable {
  case hourlyCost
  case gross
  case net(year: Int)

  init?(heading: String) {
    let folded = FoldedText.of(heading)
    switch folded {
    case "hourlycost": self = .hourlyCost
    case "gross", "grossbenefit", "grossannualbenefit": self = .gross
    default:
      guard folded.hasPrefix("net"), let year = NumberText.whole(String(folded.dropFirst(3))),
        (0...Limit.horizonYears).contains(year)
      else { return nil }
      self = .net(year: year)
    }
  }

  func figure(of benefit: String) -> Figure {
    switch self {
    case .hourlyCost: .hourlyCost(benefit: benefit)
    case .gross: .gross(benefit: benefit)
    case .net(let year): .net(benefit: benefit, year: year)
    }
  }
}
