/// A text with an id, so that a field can point to it.
struct Message: Part {
  let id: String
  let text: String
}

/// One choice of a list or of radios.
struct Choice: Part {
  let id: String
  /// The name of the radios it is one of; empty in a list.
  let name: String
  let value: String
  let text: String
  let isChosen: Bool

  init(_ value: String, _ text: String, id: String = "", name: String = "", isChosen: Bool) {
    self.id = id
    self.name = name
    self.value = value
    self.text = text
    self.isChosen = isChosen
  }
}

/// A field of a form, with what was typed and what stands against it.
struct FormField: Part {
  let id: String
  let name: String
  let label: String
  let value: String
  let hint: Message?
  let error: Message?
  /// The ids of hint and error, for `aria-describedby`.
  let describedBy: String?
  let prefix: String?
  let suffix: String?
  /// The class that says how much is usually typed: "govuk-input--width-10".
  let width: String
  /// "decimal", "numeric" or "text": which keys a phone shows.
  let keys: String
  let isText: Bool
  let isArea: Bool
  let isDay: Bool
  let isSelect: Bool
  let options: [Choice]

  /// How a field is filled in.
  enum Control {
    case line(width: String)
    case number(prefix: String?, suffix: String?)
    case area
    case day
    case select([Choice])
  }

  init(
    _ name: String, _ label: String, _ control: Control, value: String = "", hint: String? = nil,
    error: String? = nil
  ) {
    id = FormField.id(name)
    self.name = name
    self.label = label
    self.value = value
    self.hint = hint.map { Message(id: "\(FormField.id(name))-hint", text: $0) }
    self.error = error.map { Message(id: "\(FormField.id(name))-error", text: $0) }
    let described = [self.hint?.id, self.error?.id].compactMap { $0 }.joined(separator: " ")
    describedBy = described.isEmpty ? nil : described
    (isText, isArea, isDay, isSelect) = control.kinds
    (prefix, suffix) = control.affixes
    width = control.width
    keys = control.keys
    options = control.options
  }

  /// A list of which one is chosen. What was typed without being on it comes back as it was.
  static func list(
    _ name: String, _ label: String, _ choices: [(value: String, text: String)], chosen: String,
    error: String? = nil
  ) -> FormField {
    let isListed = chosen.isEmpty || choices.contains { $0.value == chosen }
    let all = isListed ? choices : choices + [(chosen, chosen)]
    return FormField(
      name, label, .select(all.map { Choice($0.value, $0.text, isChosen: $0.value == chosen) }),
      error: error)
  }

  /// The id of the field of that name; fit for an address's fragment and for a style sheet.
  static func id(_ name: String) -> String {
    String(name.unicodeScalars.map { isOfID($0) ? Character($0) : "-" })
  }

  private static func isOfID(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

extension FormField.Control {
  fileprivate var kinds: (Bool, Bool, Bool, Bool) {
    switch self {
    case .line, .number: (true, false, false, false)
    case .area: (false, true, false, false)
    case .day: (false, false, true, false)
    case .select: (false, false, false, true)
    }
  }

  fileprivate var affixes: (String?, String?) {
    if case .number(let prefix, let suffix) = self { (prefix, suffix) } else { (nil, nil) }
  }

  fileprivate var width: String {
    switch self {
    case .line(let width): width
    case .number: "govuk-input--width-10"
    default: ""
    }
  }

  fileprivate var keys: String {
    if case .number = self { "decimal" } else { "text" }
  }

  fileprivate var options: [Choice] {
    if case .select(let options) = self { options } else { [] }
  }
}

/// A question with few answers, all in sight.
struct RadioGroup: Part {
  let id: String
  let name: String
  let legend: String
  let hint: Message?
  let error: Message?
  let describedBy: String?
  let options: [Choice]

  init(
    _ name: String, _ legend: String, options: [Choice], hint: String? = nil, error: String? = nil
  ) {
    let field = FormField(name, legend, .select(options), hint: hint, error: error)
    id = field.id
    self.name = name
    self.legend = legend
    self.hint = field.hint
    self.error = field.error
    describedBy = field.describedBy
    self.options = options
  }
}

extension Choice {
  /// Choices whose values are also their texts, with ids made of a field's name; the first id is
  /// the field's own, so that a problem's link leads to it.
  static func words(_ name: String, _ words: [String], chosen: String) -> [Choice] {
    words.enumerated().map { place, word in
      Choice(word, word, id: id(name, place), name: name, isChosen: word == chosen)
    }
  }

  /// The first choice of a group carries the group's own id, so that an error can lead to it.
  static func id(_ name: String, _ place: Int) -> String {
    place == 0 ? FormField.id(name) : "\(FormField.id(name))-\(place + 1)"
  }

  /// The same for a list in a filter, beginning with "all".
  static func filter(_ all: String, _ words: [String], chosen: String) -> [Choice] {
    [Choice("", all, isChosen: chosen.isEmpty)]
      + words.map { Choice($0, $0, isChosen: $0 == chosen) }
  }
}
