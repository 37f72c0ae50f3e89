import Calculator

/// What an import would change: the stored register beside the one that comes in.
public struct RegisterDifference: Hashable, Sendable {
  /// One row that differs.
  public struct Row: Hashable, Sendable {
    /// Which part of the register: "Benefits", "Costs", "Actuals", "Channel costs", "Cover",
    /// "Forecasts", "Measures", "Measure values".
    public let part: String
    /// The reference of the row.
    public let reference: String
    /// What happens to it.
    public let kind: Kind
    /// Field by field, what changes; of a row that comes in, every field does and none is listed.
    public let changes: [FieldChange]
  }

  /// What happens to a row.
  public enum Kind: String, CaseIterable, Sendable {
    /// It comes in.
    case added
    /// Some of its fields change.
    case changed
    /// It is stored, and not in the file: it stays as it is.
    case missing
  }

  /// The rows that differ, part by part.
  public let rows: [Row]
  /// How many rows are the same on both sides.
  public let unchangedCount: Int

  /// Whether applying the file would change nothing.
  public var isEmpty: Bool { !rows.contains { $0.kind != .missing } }

  /// Compares the register that comes in with the stored one (nil: the council has none yet).
  public init(from stored: Register?, to incoming: Register) {
    var rows: [Row] = []
    var unchanged = 0
    let before = stored ?? Register()
    RegisterDifference.compare(
      "Cover", stored.map { [$0.cover] } ?? [], [incoming.cover], key: { _ in "Cover" }, &rows,
      &unchanged)
    RegisterDifference.compare(
      "Channel costs", before.channelCosts, incoming.channelCosts, key: \.name, &rows, &unchanged)
    RegisterDifference.compare(
      "Benefits", before.benefits, incoming.benefits, key: \.reference, &rows, &unchanged,
      more: { old, new in Benefit.partChanges(from: old, to: new) })
    RegisterDifference.compare(
      "Costs", before.costs, incoming.costs, key: \.reference, &rows, &unchanged)
    RegisterDifference.compare(
      "Actuals", before.actuals, incoming.actuals, key: \.key, &rows, &unchanged)
    // Most files cannot carry what follows: where one has none of it, it says nothing about it.
    RegisterDifference.compare(
      "Forecasts", incoming.forecasts.isEmpty ? [] : before.forecasts, incoming.forecasts,
      key: \.key, &rows, &unchanged)
    if !incoming.measures.isEmpty {
      RegisterDifference.compare(
        "Measures", before.measures, incoming.measures, key: \.key, &rows, &unchanged)
      RegisterDifference.compare(
        "Measure values", before.measureValues, incoming.measureValues, key: \.key, &rows,
        &unchanged)
    }
    self.rows = rows
    self.unchangedCount = unchanged
  }

  /// How many rows of one kind there are.
  public func count(_ kind: Kind) -> Int { rows.count { $0.kind == kind } }

  /// The references, in lower case, of the rows of one part that come in or change.
  public func keys(of part: String) -> Set<String> {
    Set(rows.filter { $0.part == part && $0.kind != .missing }.map { $0.reference.lowercased() })
  }

  private static func compare<Item: Record>(
    _ part: String, _ before: [Item], _ after: [Item], key: (Item) -> String, _ rows: inout [Row],
    _ unchanged: inout Int, more: (Item?, Item) -> [FieldChange] = { _, _ in [] }
  ) {
    let old = Dictionary(before.map { (key($0).lowercased(), $0) }, uniquingKeysWith: { $1 })
    let incoming = Set(after.map { key($0).lowercased() })
    for item in after {
      let earlier = old[key(item).lowercased()]
      let changes = earlier.map { item.changes(since: $0) + more($0, item) } ?? []
      if earlier != nil, changes.isEmpty {
        unchanged += 1
      } else {
        rows.append(
          Row(
            part: part, reference: key(item), kind: earlier == nil ? .added : .changed,
            changes: changes))
      }
    }
    for item in before where !incoming.contains(key(item).lowercased()) {
      rows.append(Row(part: part, reference: key(item), kind: .missing, changes: []))
    }
  }
}

extension Benefit {
  /// The changes of what has no field of its own: criteria and additional columns.
  public static func partChanges(from old: Benefit?, to new: Benefit) -> [FieldChange] {
    var changes: [FieldChange] = []
    let before = old.map(\.criteriaText) ?? ""
    if before != new.criteriaText {
      changes.append(
        FieldChange(
          field: "criteria", label: "Criteria", before: before, after: new.criteriaText))
    }
    let headings = Set(old?.additional.keys.map { $0 } ?? []).union(new.additional.keys)
    for heading in headings.sorted() {
      let (was, now) = (old?.additional[heading] ?? "", new.additional[heading] ?? "")
      if was != now {
        changes.append(
          FieldChange(field: "additional.\(heading)", label: heading, before: was, after: now))
      }
    }
    return changes
  }

  /// The criteria in one line, for comparing and for the journal.
  public var criteriaText: String {
    criteria.map { "\($0.name): \($0.score?.text ?? "–") × \($0.weight.text)" }
      .joined(separator: "; ")
  }

  /// Everything that differs from an earlier version (nil: from nothing).
  public func allChanges(since earlier: Benefit?) -> [FieldChange] {
    changes(since: earlier) + Benefit.partChanges(from: earlier, to: self)
  }
}
