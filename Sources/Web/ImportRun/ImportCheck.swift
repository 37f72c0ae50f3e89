import Calculator
import Exchange
import Programme
import Store

/// A file that was brought in, beside what is stored.
struct StagedImport: Sendable {
  let run: ImportRun
  let bytes: [UInt8]
  let stored: StoredRegister?
}

/// The dry run: every problem, every difference, and our figures beside those the file carries.
struct ImportCheck: Sendable {
  let run: ImportRun
  let problems: [Problem]
  /// What applying it would change; nil while an error stands against the file.
  let difference: RegisterDifference?
  /// Where the file's own figures are not ours.
  let carried: [FigureComparison.Difference]

  init(_ staged: StagedImport) {
    let file = RegisterFile.read(staged.bytes)
    run = staged.run
    let register = file.register
    problems =
      (register?.problems(broughtInFor: run.councilName) ?? []) + file.problems
    difference = register.map {
      RegisterDifference(from: staged.stored?.register, to: $0)
    }
    carried =
      register.map {
        FigureComparison(file.carried, with: calculate($0.appraisal())).differences
      } ?? []
  }
}
