import Programme

/// Rows of benefits as they were pasted from a spreadsheet.
public typealias PastedBenefits = PastedRows<Benefit>

extension PastedRows where Subject == Benefit {
  /// What the columns hold where no row of headings says so.
  public static var usualColumns: [Benefit.Field] {
    [.title, .service, .category, .cashability, .amount, .owner]
  }

  /// Reads what was pasted; what a council matched of its own headings counts.
  public init(_ text: String, matches: HeadingMatches = HeadingMatches()) {
    let table = HeadingTable<Benefit>()
    self.init(PastedCells.read(text), usual: PastedBenefits.usualColumns) {
      let field = PastedBenefits.field($0, matches, table)
      return field == .council ? nil : field  // The council stands in the register already.
    }
  }

  private static func field(
    _ title: String, _ matches: HeadingMatches, _ table: HeadingTable<Benefit>
  ) -> Benefit.Field? {
    if let meaning = matches.meaning(of: title, in: Layout1Sheet.benefits.rawValue) {
      guard case .field(let name) = meaning else { return nil }
      return Benefit.Field(rawValue: name)
    }
    return title.isEmpty ? nil : table.field(title)?.field
  }
}
