import Programme

extension RadioGroup {
  /// Who besides the council sees a record.
  static func visibility(_ chosen: String, error: String? = nil) -> RadioGroup {
    let options = Visibility.allCases.enumerated().map { place, visibility in
      Choice(
        visibility.rawValue, Tag(visibility).text, id: Choice.id("visibility", place),
        name: "visibility", isChosen: visibility.rawValue == chosen)
    }
    return RadioGroup("visibility", "Who may see it?", options: options, error: error)
  }
}

extension [Problem] {
  /// What stands against a field, for the place beside it.
  func message(at name: String) -> String? {
    first { $0.severity == .error && $0.place == .field(name) }?.message
  }

  /// Every error, leading to its field, for the summary of a page.
  var summary: [PageProblem] {
    filter { $0.severity == .error }.map { problem in
      guard case .field(let name) = problem.place else {
        return PageProblem(problem.message, at: "main-content")
      }
      return PageProblem(problem.message, at: FormField.id(name))
    }
  }

  /// The refusal of a record that does not say who may see it.
  static let noVisibility = [
    Problem(
      .error, at: .field("visibility"), subject: "Who may see it", found: "",
      expected: "one of the choices", mend: "Choose who may see it.")
  ]
}
