import Calculator
import Programme
import Store

/// What needs a person, once a week: the same things as on the start page.
struct Digest: Sendable {
  let due: DueList
  let notices: [StoredNotice]
  /// Kinds of benefits that wait, and how many of each.
  let waiting: [(kind: Attention, count: Int)]

  /// Whether there is anything to say.
  var isEmpty: Bool { due.items.isEmpty && notices.isEmpty && waiting.isEmpty }

  var subject: String {
    let parts = [
      due.count == 0 ? nil : "\(due.count) due",
      notices.isEmpty ? nil : Shown.count(notices.count, "new notice"),
    ].compactMap(\.self)
    return parts.isEmpty
      ? "What needs you this week" : "What needs you: \(parts.joined(separator: ", "))"
  }

  func text(at origin: String) -> String {
    [dueText(origin), noticeText(origin), waitingText(origin)].compactMap(\.self)
      .joined(separator: "\n\n\n")
  }

  private func dueText(_ origin: String) -> String? {
    guard !due.items.isEmpty else { return nil }
    let lines = due.items.map { item in
      let day = item.day.map { " (\(Tag(due: $0, today: due.today).text.lowercased()))" } ?? ""
      return "\(item.kind.words): \(item.title)\(day)\n\(origin)\(SafePath.of(item.path))"
    }
    let more = due.count - due.items.count
    let rest = more > 0 ? ["And \(more) more: \(origin)/"] : []
    return (["DUE"] + lines + rest).joined(separator: "\n\n")
  }

  private func noticeText(_ origin: String) -> String? {
    guard !notices.isEmpty else { return nil }
    let lines = notices.map { "\($0.title)\n\(origin)\(SafePath.of($0.path))" }
    return (["NEW SINCE YOU LAST LOOKED"] + lines).joined(separator: "\n\n")
  }

  private func waitingText(_ origin: String) -> String? {
    guard !waiting.isEmpty else { return nil }
    let lines = waiting.map { "\($0.count) \($0.kind.what($0.count))" }
    return (["BENEFITS"] + lines + ["\(origin)/"]).joined(separator: "\n")
  }
}
