import Programme

/// The forms whose unsent content is kept.
enum DraftForm: Sendable, Hashable {
  /// The form of a new benefit.
  case newBenefit
  /// The form that changes one.
  case benefit(ID<Benefit>)

  /// Reads ``name``; nil for anything else.
  init?(name: String) {
    if name == DraftForm.newBenefit.name {
      self = .newBenefit
      return
    }
    let prefix = "benefit."
    guard name.hasPrefix(prefix), let id = ID<Benefit>(text: String(name.dropFirst(prefix.count)))
    else { return nil }
    self = .benefit(id)
  }

  /// What it is kept under.
  var name: String {
    switch self {
    case .newBenefit: "benefit"
    case .benefit(let id): "benefit.\(id)"
    }
  }

  /// Where the form is.
  var address: String {
    switch self {
    case .newBenefit: "/benefits/new"
    case .benefit(let id): "/benefits/\(id)/edit"
    }
  }
}
