/// Fields that belong together.
struct FieldGroup: Part {
  /// What they are about; nil for fields that need no heading.
  let legend: String?
  let note: String?
  /// Whether they are folded away at first; never where a problem stands at one of them.
  let isFolded: Bool
  /// "app-section__fields" where they stand beside one another.
  let style: String
  let fields: [FormField]

  init(
    legend: String? = nil, note: String? = nil, isFolded: Bool = false, isRow: Bool = false,
    fields: [FormField]
  ) {
    self.legend = legend
    self.note = note
    self.isFolded = isFolded && fields.allSatisfy { $0.error == nil }
    style = isRow ? "app-section__fields" : ""
    self.fields = fields
  }
}
