import Calculator
import Foundation
import Programme

/// A row that a merge writes.
struct TouchedRecord: Sendable {
  let kind: String
  let record: UUID
  let label: String
  /// The version that the merge makes.
  let version: Int
}

extension MeasureSeries {
  /// How the journal names it: "B001 Calls answered".
  var label: String { "\(benefitReference) \(measure.name)" }
}

extension RegisterMerge {
  /// Every row that is written, the head first.
  var touched: [TouchedRecord] {
    let headRow = TouchedRecord(
      kind: "register", record: earlierHead.id, label: "Cover", version: earlierHead.version + 1)
    return (changesHead ? [headRow] : [])
      + benefits.map {
        TouchedRecord(
          kind: "benefit", record: $0.id.uuid, label: $0.noun.reference, version: $0.version)
      }
      + costs.map {
        TouchedRecord(
          kind: "cost", record: $0.id.uuid, label: $0.noun.reference, version: $0.version)
      }
      + measures.map {
        TouchedRecord(
          kind: "measure", record: $0.id.uuid, label: $0.noun.label, version: $0.version)
      }
      + periods.map {
        TouchedRecord(kind: "actual", record: $0.id, label: $0.row.label, version: $0.version)
      }
  }

  /// One entry for each of them.
  func journal(_ visibility: (Benefit) -> Visibility) -> [JournalDraft] {
    let headChanges = head.cover.changes(since: earlierHead.cover) + channelChanges
    let headEntry = JournalDraft(
      kind: "register", record: earlierHead.id, label: "Cover", version: earlierHead.version + 1,
      visibility: .draft, changes: headChanges)
    return (changesHead ? [headEntry] : [])
      + benefits.map { change in
        let shown = change.earlier?.visibility ?? visibility(change.noun)
        return JournalDraft(
          kind: "benefit", record: change.id.uuid, label: change.noun.reference,
          version: change.version, visibility: shown,
          changes: change.noun.allChanges(since: change.earlier?.noun))
      }
      + costs.map { change in
        JournalDraft(
          kind: "cost", record: change.id.uuid, label: change.noun.reference,
          version: change.version, visibility: change.earlier?.visibility ?? .draft,
          changes: change.noun.changes(since: change.earlier?.noun))
      }
      + measures.map { change in
        JournalDraft(
          kind: "measure", record: change.id.uuid, label: change.noun.label,
          version: change.version, visibility: change.earlier?.visibility ?? .draft,
          changes: change.noun.changes(since: change.earlier?.noun))
      }
      + periods.map { change in
        JournalDraft(
          kind: "actual", record: change.id, label: change.row.label, version: change.version,
          visibility: change.earlier?.visibility ?? .draft,
          changes: change.row.value.changes(since: change.earlier?.noun))
      }
  }

  private var channelChanges: [FieldChange] {
    let before = Dictionary(
      earlierHead.channelCosts.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    let after = Dictionary(head.channelCosts.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    return Set(before.keys).union(after.keys).sorted().compactMap { name in
      let (was, now) = (before[name], after[name])
      guard was != now else { return nil }
      return FieldChange(
        field: "channel.\(name)", label: "Channel \(name)",
        before: was.map { "£\($0.cost.text), \($0.source), \($0.year)" } ?? "",
        after: now.map { "£\($0.cost.text), \($0.source), \($0.year)" } ?? "")
    }
  }
}
