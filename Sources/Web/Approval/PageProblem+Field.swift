import Programme

extension PageProblem {
  /// A problem that leads to its field where the page has it, else to the page itself.
  init(_ problem: Problem, among fields: Set<String>) {
    guard case .field(let name) = problem.place, fields.contains(name) else {
      self.init(problem.message, at: "main-content")
      return
    }
    self.init(problem.message, at: name)
  }
}
