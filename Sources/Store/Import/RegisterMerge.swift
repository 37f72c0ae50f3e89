import Calculator
import Foundation
import Programme

/// A stored record on its way into its table, beside what it was.
struct RecordChange<Noun: Sendable>: Sendable {
  let id: ID<Noun>
  let earlier: Stored<Noun>?
  let noun: Noun

  /// The version that the change makes.
  var version: Int { (earlier?.version ?? 0) + 1 }
}

/// A row of a period on its way into its table, beside what it was.
struct PeriodChange: Sendable {
  let id: UUID
  let row: PeriodMerge.Row
  /// The measure; nil for the benefit's money.
  let measure: UUID?
  let earlier: Stored<PeriodValue>?

  /// The version that the change makes.
  var version: Int { (earlier?.version ?? 0) + 1 }
}

/// What bringing a register in changes: worked out beforehand, without the database.
struct RegisterMerge: Sendable {
  /// The head as it will be.
  var head: RegisterHead
  /// The head as it was.
  let earlierHead: RegisterHead
  private(set) var benefits: [RecordChange<Benefit>] = []
  private(set) var costs: [RecordChange<Cost>] = []
  var measures: [RecordChange<MeasureSeries>] = []
  var periods: [PeriodChange] = []
  /// Values that come in for periods that the register says something else about.
  private(set) var contradictions: [Problem] = []
  /// What comes in beside what is stored, counted as the check counts it.
  let difference: RegisterDifference

  /// Compares what comes in with what is stored; what is stored and does not come in stays.
  init(_ incoming: Register, into stored: StoredRegister?, _ head: RegisterHead) {
    earlierHead = head
    self.head = head
    self.head.cover = incoming.cover
    self.head.channelCosts = RegisterMerge.channels(head.channelCosts, incoming.channelCosts)
    difference = RegisterDifference(from: head.isNew ? nil : stored?.register, to: incoming)
    benefits = changes(
      "Benefits", stored?.benefits.map(\.stored) ?? [], incoming.benefits, key: \.reference)
    costs = changes("Costs", stored?.costs ?? [], incoming.costs, key: \.reference)
    measures = changes(
      "Measures", stored?.measures.map(\.stored) ?? [], incoming.measures, key: \.key)
    let merged = PeriodMerge(incoming, into: stored?.register ?? Register())
    contradictions = merged.contradictions
    periods = RegisterMerge.periods(merged.rows, upon: stored, measures)
  }

  /// The rows with their identities: that of a row that is there, else a new one.
  private static func periods(
    _ rows: [PeriodMerge.Row], upon stored: StoredRegister?,
    _ measures: [RecordChange<MeasureSeries>]
  ) -> [PeriodChange] {
    var there: [RowKey: Stored<PeriodValue>] = [:]
    var series: [String: UUID] = [:]
    for period in stored?.periods ?? [] {
      let benefit = period.benefitReference.lowercased()
      there[RowKey(series: benefit, isMeasure: false, span: period.stored.noun.span)] =
        period.stored
    }
    for measure in stored?.measures ?? [] {
      let key = measure.stored.noun.key.lowercased()
      series[key] = measure.stored.id.uuid
      for row in measure.rows {
        there[RowKey(series: key, isMeasure: true, span: row.noun.span)] = row
      }
    }
    for change in measures { series[change.noun.key.lowercased()] = change.id.uuid }
    return rows.map { row in
      let earlier = there[
        RowKey(
          series: row.measure ?? row.benefit, isMeasure: row.measure != nil, span: row.value.span)]
      return PeriodChange(
        id: earlier?.id.uuid ?? UUID(), row: row, measure: row.measure.flatMap { series[$0] },
        earlier: earlier)
    }
  }

  /// What makes a row the only one of its kind.
  private struct RowKey: Hashable {
    let series: String
    let isMeasure: Bool
    let span: PeriodSpan
  }

  /// Whether cover or channel costs change, and with them the figures of every benefit.
  var changesHead: Bool {
    !head.cover.changes(since: earlierHead.cover).isEmpty
      || head.channelCosts != earlierHead.channelCosts
  }

  /// Rows that come in and rows that change.
  var outcome: ImportOutcome { ImportOutcome(difference) }

  /// The rows of one part that are not the same on both sides.
  private func changes<Noun: Sendable>(
    _ part: String, _ stored: [Stored<Noun>], _ incoming: [Noun], key: (Noun) -> String
  ) -> [RecordChange<Noun>] {
    let before = Dictionary(
      stored.map { (key($0.noun).lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    let differing = difference.keys(of: part)
    return incoming.compactMap { noun in
      let key = key(noun).lowercased()
      guard differing.contains(key) else { return nil }
      let earlier = before[key]
      return RecordChange(id: earlier?.id ?? .random(), earlier: earlier, noun: noun)
    }
  }

  /// Channels that come in replace those of the same name; the others stay behind them.
  private static func channels(
    _ stored: [ChannelCost<Exact>], _ incoming: [ChannelCost<Exact>]
  ) -> [ChannelCost<Exact>] {
    let names = Set(incoming.map { $0.name.lowercased() })
    let kept = stored.filter { !names.contains($0.name.lowercased()) }
    let all = Set(stored.map { $0.name.lowercased() })
    // The order of what is stored is kept where the file names the same channels.
    guard names.isSubset(of: all), kept.count + incoming.count == stored.count else {
      return incoming + kept
    }
    let byName = Dictionary(
      incoming.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { $1 })
    return stored.map { byName[$0.name.lowercased()] ?? $0 }
  }
}
