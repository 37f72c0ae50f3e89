import Calculator

extension BenefitCheck: Record {
  /// The fields of a check, in the order of its form.
  public enum Field: String, RecordField {
    case payer, payerNote, measure, floor, dipFrom, dipTo, dipDepth

    /// The heading in our own exports.
    public var header: String {
      switch self {
      case .payer: "Payer"
      case .payerNote: "PayerNote"
      case .measure: "CheckMeasure"
      case .floor: "Floor"
      case .dipFrom: "DipFrom"
      case .dipTo: "DipTo"
      case .dipDepth: "DipDepth"
      }
    }

    /// The label on pages.
    public var label: String {
      switch self {
      case .payer: "Whose budget pays for it"
      case .payerNote: "What is a saving here and a cost there"
      case .measure: "Measure that must not get worse"
      case .floor: "Value that it must keep"
      case .dipFrom: "A dip is expected from"
      case .dipTo: "A dip is expected until"
      case .dipDepth: "By how much at most"
      }
    }

    /// The unit is the measure's.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .payer, .measure: RecordLimit.title
      case .payerNote: .text(maxCharacters: RecordLimit.titleCharacters)
      case .floor: RecordLimit.money
      case .dipFrom, .dipTo: .day
      case .dipDepth: RecordLimit.amount
      }
    }
  }

  /// Reads a check from what was typed.
  public static func read(_ texts: [Field: String]) -> Reading<BenefitCheck> {
    var reader = FieldReader(texts)
    var check = BenefitCheck()
    check.payer = reader.text(.payer)
    check.payerNote = reader.text(.payerNote)
    let measure = reader.text(.measure)
    check.measure = measure.isEmpty ? nil : measure
    check.floor = reader.quantity(.floor)
    check.dip = dip(&reader)
    if check.measure == nil, check.floor != nil || check.dip != nil {
      reader.refuse(.measure, "", "a measure", "Choose the measure that is checked.")
    }
    if check.payer.isEmpty, !check.payerNote.isEmpty {
      reader.refuse(.payer, "", "a council or body", "Say whose budget pays.")
    }
    return Reading(value: check, problems: reader.problems)
  }

  /// A dip has a beginning, an end and a depth, or none of them.
  private static func dip(_ reader: inout FieldReader<Field>) -> ExpectedDip? {
    let (from, to) = (reader.day(.dipFrom), reader.day(.dipTo))
    let depth = reader.quantity(.dipDepth)
    guard from != nil || to != nil || depth != nil else { return nil }
    if from == nil, reader.text(.dipFrom).isEmpty {
      reader.refuse(.dipFrom, "", "a day", "Say from when the dip is expected.")
    }
    if to == nil, reader.text(.dipTo).isEmpty {
      reader.refuse(.dipTo, "", "a day", "Say until when the dip is expected.")
    }
    if depth == nil, reader.text(.dipDepth).isEmpty {
      reader.refuse(.dipDepth, "", "a number", "Say by how much it may be worse.")
    }
    guard let from, let to, let depth else { return nil }
    if to < from {
      reader.refuse(.dipTo, to.description, "a day after the first", "Choose a later day.")
    }
    return ExpectedDip(from: from, to: to, depth: depth)
  }

  /// The canonical text of one field.
  public func text(_ field: Field) -> String {
    switch field {
    case .payer: payer
    case .payerNote: payerNote
    case .measure: measure ?? ""
    case .floor: floor?.text ?? ""
    case .dipFrom: dip?.from.description ?? ""
    case .dipTo: dip?.to.description ?? ""
    case .dipDepth: dip?.depth.text ?? ""
    }
  }
}

extension FieldReader {
  /// A number in the unit of some measure: a percentage may be typed with its sign.
  fileprivate mutating func quantity(_ field: Field) -> Exact? {
    let text = text(field)
    guard text.utf8.last == UInt8(ascii: "%"), case .number(let low, let high) = field.kind,
      let value = NumberText.read(text, allowsPercent: true), (low...high).contains(value)
    else { return number(field) }
    return value
  }
}
