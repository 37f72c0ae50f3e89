import Programme

extension Tag {
  /// The state of a benefit.
  init(_ status: BenefitStatus) {
    switch status {
    case .identified: self.init(status.rawValue, .grey)
    case .profiled: self.init(status.rawValue, .blue)
    case .approved: self.init(status.rawValue, .purple)
    case .realising: self.init(status.rawValue, .turquoise)
    case .realised, .sustained: self.init(status.rawValue, .green)
    case .withdrawn: self.init(status.rawValue, .red)
    }
  }

  /// Who may see a record, in words.
  init(_ visibility: Visibility) {
    switch visibility {
    case .draft: self.init("Draft: own council only", .yellow)
    case .shared: self.init("Shared with co-ordinators", .blue)
    case .published: self.init("Published to the programme", .green)
    }
  }

  /// How much a problem matters.
  init(_ severity: Problem.Severity) {
    switch severity {
    case .error: self.init("Error", .red)
    case .warning: self.init("Warning", .orange)
    case .note: self.init("Note", .grey)
    }
  }
}
