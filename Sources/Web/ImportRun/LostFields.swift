import Calculator
import Exchange
import Programme

/// What rows would lose because the file has no column for it, while it has columns that hold no
/// field: one of them may be the column in question under another heading.
struct LostFields: Equatable, Sendable {
  /// A field, and how many rows would lose it.
  struct Field: Equatable, Sendable {
    /// "benefit": what a row of the sheet is called.
    let row: String
    /// "volume".
    let name: String
    let count: Int
  }

  private(set) var fields: [Field] = []
  /// The sheets that they belong to, by their names in the file.
  private var titles: Set<String> = []

  var isEmpty: Bool { fields.isEmpty }

  /// Nothing.
  init() {}

  /// Of each sheet, the fields without a column that a row which comes in or changes has now, or
  /// needs by its method.
  init(_ headings: [SheetHeadings], _ register: Register, _ difference: RegisterDifference) {
    for sheet in headings where sheet.columns.contains(where: \.holdsNoField) {
      let lost = sheet.fields.filter { !$0.isHeld }.compactMap { field -> Field? in
        let count = difference.rows(losing: field.name, of: sheet.part, in: register).count
        let row = String(sheet.part.lowercased().dropLast())
        return count == 0 ? nil : Field(row: row, name: field.label.lowercased(), count: count)
      }
      if !lost.isEmpty { titles.insert(sheet.title) }
      fields += lost
    }
  }

  /// The problems, the columns that may hold what is lost being more than a note.
  func raising(_ problems: [Problem]) -> [Problem] {
    problems.map { problem in
      guard case .cell(let sheet, _, _, _) = problem.place, titles.contains(sheet),
        problem.subject == "Column", problem.severity == .note
      else { return problem }
      var raised = problem
      raised.severity = .warning
      return raised
    }
  }
}

extension LostFields {
  private static let fieldsNamed = 5

  /// "59 benefits would lose their volume and 2 costs would lose their amount".
  var words: String {
    Shown.list(
      named.map { field in
        "\(Shown.count(field.count, field.row)) would lose "
          + "\(field.count == 1 ? "its" : "their") \(field.name)"
      } + others)
  }

  /// "volume and amount".
  var names: String { Shown.list(named.map(\.name) + others) }

  private var named: ArraySlice<Field> { fields.prefix(LostFields.fieldsNamed) }

  private var others: [String] {
    let count = fields.count - named.count
    return count > 0 ? [Shown.count(count, "other field")] : []
  }
}

extension SheetHeadings {
  /// What the sheet is called where registers are compared.
  fileprivate var part: String { sheet == "ChannelCosts" ? "Channel costs" : sheet }
}

extension SheetHeadings.Column {
  /// Whether no field is read from it, whoever said so.
  fileprivate var holdsNoField: Bool { if case .field = meaning { false } else { true } }
}

extension RegisterDifference {
  /// The references, in lower case, of the rows that have the field now or need it.
  fileprivate func rows(
    losing field: String, of part: String, in register: Register
  ) -> Set<String> {
    let stored = rows.filter { row in
      row.part == part && row.changes.contains { $0.field == field && !$0.before.isEmpty }
    }
    let lost = Set(stored.map { $0.reference.lowercased() })
    guard part == "Benefits", let field = Benefit.Field(rawValue: field) else { return lost }
    let needy = register.benefits.filter { $0.lacks(field) }.map { $0.reference.lowercased() }
    return lost.union(keys(of: part).intersection(needy))
  }
}

extension Benefit {
  /// Whether its figure cannot be worked out for want of this field.
  fileprivate func lacks(_ field: Field) -> Bool {
    switch (inputs.method, field) {
    case (.score, _): false
    case (.time, .salary), (.time, .hourlyRate): inputs.salary == nil && inputs.hourlyRate == nil
    case (let method, _): BenefitForm.fields(of: method).contains(field) && text(field).isEmpty
    }
  }
}
