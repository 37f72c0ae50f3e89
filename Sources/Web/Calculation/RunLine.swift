import Calculator
import Programme
import Store

/// A simulation in a list.
struct RunLine: Part {
  let title: String
  let href: String
  let council: String
  let when: String
  let state: Tag
  let progress: String
}

extension RunLine {
  init(_ run: SimulationRun) {
    (title, href) = (run.title, "/calculator/runs/\(run.id)")
    council = run.councilName
    when = Shown.moment(run.askedAt)
    state = Tag(run.state)
    progress = run.state == .running ? "\(run.trialsDone) of \(run.trials) trials" : ""
  }
}

extension Tag {
  /// Where a simulation stands.
  init(_ state: SimulationRun.State) {
    switch state {
    case .waiting: self.init("Waiting", .grey)
    case .running: self.init("Running", .yellow)
    case .done: self.init("Done", .green)
    case .failed: self.init("Failed", .red)
    case .cancelled: self.init("Cancelled", .grey)
    }
  }
}
