import Calculator
import Crypto
import Exchange
import Programme
import Store

/// A file that was brought in, beside what is stored.
struct StagedImport: Sendable {
  let run: ImportRun
  let bytes: [UInt8]
  let stored: StoredRegister?
  /// What the council's headings mean: now, or when the file was applied.
  let matches: HeadingMatches
  /// The periods whose values can no longer change.
  let closed: [ClosedPeriod]

  /// The page about it.
  var address: String { "/imports/\(run.id)" }

  /// What the file holds, its headings read as they were matched.
  func read() -> ImportedFile { RegisterFile.read(bytes, matches: matches) }

  /// What applying the file, as it was read, would lose.
  func lost(by file: ImportedFile) -> LostFields {
    file.register.map {
      LostFields(file.headings, $0, RegisterDifference(from: stored?.register, to: $0))
    } ?? LostFields()
  }
}

extension StagedImport {
  /// What stands against rows that would change a value of a closed period.
  fileprivate func problems(in register: Register, _ difference: RegisterDifference?) -> [Problem] {
    let differing = difference?.keys(of: "Actuals") ?? []
    return register.actuals.filter { differing.contains($0.key.lowercased()) }.compactMap { row in
      closed.first { $0.covers(row.span) }?.problem(row.rowWords, at: .file)
    }
  }
}

extension HeadingMatches {
  /// A short word that is another one when any of them changes.
  var fingerprint: String {
    let lines = all.map { "\($0.sheet)\u{0}\($0.heading)\u{0}\($0.meaning.code)" }
    let digest = SHA256.hash(data: Array(lines.joined(separator: "\u{1}").utf8))
    return digest.prefix(8).map { String($0, radix: 16) }.joined(separator: "-")
  }
}

/// The dry run: every problem, every difference, and our figures beside those the file carries.
struct ImportCheck: Sendable {
  let run: ImportRun
  let problems: [Problem]
  /// What applying it would change; nil while an error stands against the file.
  let difference: RegisterDifference?
  /// What rows would lose for want of a column.
  let lost: LostFields
  /// Where the file's own figures are not ours.
  let carried: [FigureComparison.Difference]
  /// The headings of its sheets.
  let headings: [SheetHeadings]
  /// Rows that would change a value of a closed period: nothing is applied while there are any.
  let closed: [Problem]
  /// Which matches of headings it was read with.
  let fingerprint: String

  init(_ staged: StagedImport) {
    let file = staged.read()
    run = staged.run
    headings = file.headings
    fingerprint = staged.matches.fingerprint
    let register = file.register
    lost = staged.lost(by: file)
    let difference = register.map {
      RegisterDifference(from: staged.stored?.register, to: $0)
    }
    closed = register.map { staged.problems(in: $0, difference) } ?? []
    problems =
      closed + (register?.problems(broughtInFor: run.councilName) ?? [])
      + lost.raising(file.problems)
    self.difference = difference
    carried =
      register.map {
        FigureComparison(file.carried, with: calculate($0.appraisal())).differences
      } ?? []
  }
}
