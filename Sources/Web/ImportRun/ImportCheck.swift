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
    problems = ImportCheck.otherCouncil(register, staged.run) + file.problems
    difference = register.map {
      RegisterDifference(from: staged.stored?.register, to: $0)
    }
    carried =
      register.map {
        FigureComparison(file.carried, with: calculate($0.appraisal())).differences
      } ?? []
  }

  /// A file that names another council than the one it is imported for.
  private static func otherCouncil(_ register: Register?, _ run: ImportRun) -> [Problem] {
    guard let named = register?.cover.council, !named.isEmpty,
      plain(named) != plain(run.councilName)
    else { return [] }
    return [
      Problem(
        .warning, at: .file, subject: Problem.council, found: named, expected: run.councilName,
        mend: "Make sure that this is your council's file.")
    ]
  }

  private static func plain(_ council: String) -> String {
    council.lowercased().split(separator: " ").filter { $0 != "council" && $0 != "the" }
      .joined(separator: " ")
  }
}

extension Problem {
  fileprivate static let council = "Council"

  /// Whether it says that the file names another council.
  var isAboutCouncil: Bool { place == .file && subject == Problem.council }
}
