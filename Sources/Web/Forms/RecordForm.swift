import Programme

/// The form of a record as it was typed: its fields by their names in the table of fields, and what
/// stands against them. Shares are typed as percentages.
struct RecordForm<Subject: Record>: Sendable {
  /// What was typed, by name.
  var typed: [String: String]
  /// What stands against it.
  var problems: [Problem] = []

  /// A form as it was sent, or as it is proposed.
  init(typed: [String: String] = [:]) { self.typed = typed }

  /// The form that shows a record as it stands.
  init(_ record: Subject) {
    typed = [:]
    for field in Subject.Field.allCases {
      typed[field.rawValue] = PercentText.typed(record.text(field), if: field.isShare)
    }
  }

  /// The fields of a form that was sent; any other name is refused.
  init(_ sent: Submission, besides others: Set<String> = []) throws(Refusal) {
    try sent.expecting(others.union(Subject.Field.allCases.map(\.rawValue)))
    typed = Dictionary(
      sent.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
  }

  /// The record that was typed, or what is wrong with it.
  var reading: Reading<Subject> { Subject.read(texts) }

  private var texts: [Subject.Field: String] {
    var texts: [Subject.Field: String] = [:]
    for field in Subject.Field.allCases {
      texts[field] = PercentText.withSign(typed[field.rawValue] ?? "", if: field.isShare)
    }
    return texts
  }

  /// One field with what was typed and what stands against it.
  func field(
    _ field: Subject.Field, label: String? = nil, hint: String? = nil,
    control: FormField.Control? = nil
  ) -> FormField {
    FormField(
      field.rawValue, label ?? field.label, control ?? self.control(field),
      value: typed[field.rawValue] ?? "", hint: hint, error: error(field.rawValue))
  }

  private func control(_ field: Subject.Field) -> FormField.Control {
    if case .choice(let words) = field.kind {
      return .select(Choice.filter("Not yet said", words, chosen: typed[field.rawValue] ?? ""))
    }
    return field.control
  }

  /// A field of few choices, all in sight.
  func radios(_ field: Subject.Field, legend: String? = nil, hint: String? = nil) -> RadioGroup {
    let words: [String] = if case .choice(let choices) = field.kind { choices } else { [] }
    return RadioGroup(
      field.rawValue, legend ?? field.label,
      options: Choice.words(field.rawValue, words, chosen: typed[field.rawValue] ?? ""),
      hint: hint, error: error(field.rawValue))
  }

  /// Every error, leading to its field.
  var summary: [PageProblem] {
    problems.filter { $0.severity == .error }.map { PageProblem($0) }
  }

  private func error(_ name: String) -> String? {
    problems.first { $0.severity == .error && $0.place == .field(name) }?.message
  }
}

extension RecordField {
  fileprivate var isShare: Bool {
    if case .share = kind { true } else { false }
  }

  /// How a field of its kind is filled in.
  fileprivate var control: FormField.Control {
    switch kind {
    case .share: .number(prefix: nil, suffix: "%")
    case .number, .whole: .number(prefix: nil, suffix: unit.isEmpty ? nil : unit)
    case .day: .day
    case .text(let limit): limit > 1_000 ? .area : .line(width: "")
    case .list, .financialYear, .choice: .line(width: "")
    }
  }
}
