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
  /// What stands against rows that would change a value of a closed period, or say something else
  /// than was typed in the register, each at its row.
  fileprivate func obstacles(in file: ImportedFile) -> [Problem] {
    guard let register = file.register else { return [] }
    let merge = PeriodMerge(register, into: stored?.register ?? Register())
    let shut = merge.rows.compactMap { row in
      closed.first { $0.covers(row.value.span) }?
        .problem(row.words, at: file.place(ofPeriod: row.label))
    }
    let contradicting = merge.contradictions.map { $0.at(file.place(ofPeriod: $0.found)) }
    return Array((shut + contradicting).prefix(RecordLimit.problemsListed))
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
  /// Rows that cannot stand beside what is recorded: nothing is applied while there are any.
  let obstacles: [Problem]
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
    obstacles = staged.obstacles(in: file)
    problems =
      obstacles + (register?.problems(broughtInFor: run.councilName) ?? [])
      + lost.raising(file.problems)
    self.difference = difference
    carried =
      register.map {
        FigureComparison(file.carried, with: calculate($0.appraisal())).differences
      } ?? []
  }
}
