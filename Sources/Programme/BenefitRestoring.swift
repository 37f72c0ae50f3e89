import Calculator

extension Benefit {
  /// The benefit as it was before changes that the journal kept, made from what it is now; nil stands
  /// for a benefit that is gone. Refuses to guess: what cannot be read back exactly is a problem.
  public static func restored(_ changes: [FieldChange], from now: Benefit?) -> Reading<Benefit> {
    var texts = now?.texts ?? [:]
    for change in changes {
      guard let field = Field(rawValue: change.field) else { continue }
      texts[field] = change.before
    }
    let reading = read(texts)
    guard var before = reading.value else {
      return Reading(value: nil, problems: reading.problems)
    }
    before.additional = restoredColumns(changes, from: now?.additional ?? [:])
    before.criteria = now?.criteria ?? []
    if let change = changes.first(where: { $0.field == "criteria" }) {
      before.criteria = Criterion.list(change.before, notesOf: before.criteria)
    }
    let isExact = changes.allSatisfy { $0.field == "visibility" || before.holds($0) }
    return Reading(value: before, problems: isExact ? [] : [inexact])
  }

  private static func restoredColumns(
    _ changes: [FieldChange], from now: [String: String]
  ) -> [String: String] {
    var columns = now
    for change in changes where change.field.hasPrefix("additional.") {
      let heading = String(change.field.dropFirst("additional.".count))
      columns[heading] = change.before.isEmpty ? nil : change.before
    }
    return columns
  }

  /// Whether the benefit has what stood before a change.
  private func holds(_ change: FieldChange) -> Bool {
    if let field = Field(rawValue: change.field) { return text(field) == change.before }
    if change.field == "criteria" { return criteriaText == change.before }
    return true
  }

  private static var inexact: Problem {
    Problem(
      .error, at: .file, subject: "Benefit", found: "a list that cannot be read back",
      expected: "what the journal kept", mend: "Change it by hand.")
  }
}

extension Criterion where N == Exact {
  /// Reads ``Programme/Benefit/criteriaText``; the journal keeps no notes, so those of criteria of the
  /// same name stay.
  fileprivate static func list(_ text: String, notesOf now: [Criterion]) -> [Criterion] {
    text.components(separated: "; ").compactMap { part in
      guard let weightMark = part.lastRange(of: " × "),
        let scoreMark = part[..<weightMark.lowerBound].lastRange(of: ": "),
        let weight = Exact(text: String(part[weightMark.upperBound...]))
      else { return nil }
      let name = String(part[..<scoreMark.lowerBound])
      let score = Exact(text: String(part[scoreMark.upperBound..<weightMark.lowerBound]))
      return Criterion(
        name: name, weight: weight, score: score,
        note: now.first { $0.name == name }?.note ?? "")
    }
  }
}

extension String {
  fileprivate func components(separated mark: String) -> [Substring] {
    isEmpty ? [] : split(separator: mark, omittingEmptySubsequences: true)
  }
}

extension Substring {
  fileprivate func lastRange(of mark: String) -> Range<Index>? {
    ranges(of: mark).last
  }
}
