import Calculator
import Programme

/// Every problem of a file, up to a number that people can still read.
struct ProblemList {
  private(set) var problems: [Problem] = []
  private(set) var hasErrors = false
  private var leftOut = 0

  /// Keeps a problem; beyond the cap it is only counted.
  mutating func add(_ problem: Problem) {
    if problem.severity == .error { hasErrors = true }
    let isListed = problems.count < RecordLimit.problemsListed
    if isListed { problems.append(problem) } else { leftOut += 1 }
  }

  /// All that were kept, and how many were not.
  var listed: [Problem] {
    guard leftOut > 0 else { return problems }
    let rest = Problem(
      hasErrors ? .error : .warning, at: .file, subject: "The file", found: "\(leftOut) more",
      expected: "at most \(Shown.whole(RecordLimit.problemsListed)) problems",
      mend: "Mend those listed here first; the others are listed when the file is read again.")
    return problems + [rest]
  }
}
