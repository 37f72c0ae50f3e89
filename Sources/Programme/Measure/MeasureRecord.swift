import Calculator

extension Measure: Record {
  /// The fields of a measure, in the order of its form.
  public enum Field: String, RecordField {
    case name, kind, unit, direction, frequency, maySinkBelowZero, source, baseline, baselineDay
    case targets

    /// The heading of its column in tables.
    public var header: String { label }

    /// The label on pages.
    public var label: String {
      switch self {
      case .name: "Name"
      case .kind: "Kind"
      case .unit: "Unit"
      case .direction: "Better when"
      case .frequency: "Measured every"
      case .maySinkBelowZero: "May be below 0"
      case .source: "Source"
      case .baseline: "Baseline"
      case .baselineDay: "Baseline as at"
      case .targets: "Targets"
      }
    }

    /// None has a unit of its own: the measure's is another field.
    public var unit: String { "" }

    /// What it may hold.
    public var kind: FieldKind {
      switch self {
      case .name, .source: RecordLimit.title
      case .kind: .choice(MeasureKind.allCases.map(\.rawValue))
      case .unit: .text(maxCharacters: 60)
      case .direction: .choice(MeasureDirection.allCases.map(\.rawValue))
      case .frequency: .choice(Frequency.allCases.map(\.rawValue))
      case .maySinkBelowZero: .choice(["Yes", "No"])
      case .baseline: RecordLimit.money
      case .baselineDay: .day
      case .targets: .list(maxItems: Measure.targetLimit)
      }
    }
  }

  /// Reads a measure from what was typed: every problem is listed, none hides another.
  public static func read(_ texts: [Field: String]) -> Reading<Measure> {
    var reader = FieldReader(texts)
    let kind = reader.chosen(.kind, MeasureKind.self)
    var measure = Measure(
      name: reader.required(.name), unit: unit(&reader, kind),
      kind: kind ?? .cumulative,
      direction: reader.chosen(.direction, MeasureDirection.self) ?? .up,
      frequency: reader.chosen(.frequency, Frequency.self) ?? .month)
    measure.maySinkBelowZero = reader.choice(.maySinkBelowZero, YesNo.self) == .yes
    measure.source = reader.text(.source)
    measure.baseline = reader.value(.baseline, of: measure)
    measure.baselineDay = reader.day(.baselineDay)
    if measure.baseline != nil, measure.baselineDay == nil, reader.text(.baselineDay).isEmpty {
      reader.refuse(.baselineDay, "", "a date", "Enter when the baseline was measured.")
    }
    measure.targets = reader.targets(of: measure)
    return Reading(value: measure, problems: reader.problems)
  }

  /// A percentage says enough without a unit.
  private static func unit(_ reader: inout FieldReader<Field>, _ kind: MeasureKind?) -> String {
    kind == .percentage ? reader.text(.unit) : reader.required(.unit)
  }

  /// The canonical text of a field: percentages as fractions.
  public func text(_ field: Field) -> String {
    switch field {
    case .name: name
    case .kind: kind.rawValue
    case .unit: unit
    case .direction: direction.rawValue
    case .frequency: frequency.rawValue
    case .maySinkBelowZero: (maySinkBelowZero ? YesNo.yes : .no).rawValue
    case .source: source
    case .baseline: baseline?.text ?? ""
    case .baselineDay: baselineDay?.description ?? ""
    case .targets: targets.map(\.description).joined(separator: "; ")
    }
  }
}

/// An answer to a plain question.
private enum YesNo: String, CaseIterable {
  case yes = "Yes"
  case no = "No"
}

extension FieldReader<Measure.Field> {
  /// One of a closed list that must be chosen.
  fileprivate mutating func chosen<Choice: RawRepresentable<String> & CaseIterable>(
    _ field: Field, _ type: Choice.Type
  ) -> Choice? {
    guard text(field).isEmpty else { return choice(field, type) }
    refuse(field, "", "one of the choices", "Choose \(field.label.lowercased()).")
    return choice(field, type)
  }

  /// A value in the measure's unit; nil for a blank or a refused text.
  fileprivate mutating func value(_ field: Field, of measure: Measure) -> Exact? {
    let text = text(field)
    guard !text.isEmpty else { return nil }
    if let value = measure.number(text), measure.bounds.contains(value) { return value }
    refuse(field, text, measure.boundsWords, "Check the figure and its unit.")
    return nil
  }

  /// The targets in the order of their days, each day once.
  fileprivate mutating func targets(of measure: Measure) -> [MeasureTarget] {
    var read: [MeasureTarget] = []
    for item in list(.targets) {
      guard let target = MeasureTarget(text: item), measure.bounds.contains(target.value),
        !read.contains(where: { $0.day == target.day })
      else {
        refuse(
          .targets, item, "a date and \(measure.boundsWords), each date once",
          "Enter it as 2012-03-31 12000.")
        continue
      }
      read.append(target)
    }
    return read.sorted()
  }
}
