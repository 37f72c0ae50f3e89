import Calculator
import Foundation
import Programme
import Store

extension JournalLine {
  /// What one act did: to one record field by field, to several in short.
  init(_ act: JournalAct) {
    guard act.count > 1 else {
      self.init(act.newest)
      return
    }
    let newest = act.newest
    self.init(
      when: Shown.moment(newest.at), who: newest.actorName,
      act: JournalLine.words(newest.actName),
      record: Subject(
        text: act.words, href: "/audit?act=\(newest.act.uuidString.lowercased())"),
      reason: newest.reason.isEmpty ? nil : newest.reason, changes: [])
  }

  /// An entry as the store keeps it; on the record's own page the record is not named again.
  init(_ entry: JournalEntry, namesRecord: Bool = true) {
    let changes = entry.changes.map { change in
      if entry.kind == "issue", let kind = Issue.Field(rawValue: change.field)?.kind {
        return ChangeLine(
          label: change.label, before: Shown.field(change.before, kind: kind),
          after: Shown.field(change.after, kind: kind))
      }
      guard entry.kind == "benefit" else {
        return ChangeLine(
          label: change.label, before: Shown.words(change.before),
          after: Shown.words(change.after))
      }
      let field = Benefit.Field(rawValue: change.field)
      return ChangeLine(
        label: change.label, before: BenefitWords.value(change.before, of: field),
        after: BenefitWords.value(change.after, of: field))
    }
    self.init(
      when: Shown.moment(entry.at), who: entry.actorName,
      act: entry.actName == "person.add" ? "opened" : JournalLine.words(entry.actName),
      record: namesRecord ? JournalLine.subject(of: entry) : nil,
      reason: entry.reason.isEmpty ? nil : entry.reason, changes: changes)
  }

  private static func subject(of entry: JournalEntry) -> Subject {
    Subject(text: "\(name(of: entry)), \(entry.organisationName)", href: page(of: entry))
  }

  /// The page of the record, where it has one.
  private static func page(of entry: JournalEntry) -> String? {
    let id = entry.record.uuidString.lowercased()
    switch entry.kind {
    case "benefit", "review", "check", "share", "duplicate": return "/benefits/\(id)"
    case "source": return "/benefits/sources/\(id)"
    case "cost": return "/costs/\(id)"
    case "map": return "/map/nodes/\(id)"
    case "issue" where entry.label.hasPrefix("#"): return "/issues/\(entry.label.dropFirst())"
    case "lesson": return "/lessons/\(id)"
    case "activity": return "/responsibilities/\(id)"
    case "objective": return "/objectives/\(id)"
    case "charter": return "/charter"
    case "other-programme": return "/other-programmes/\(id)"
    case "change": return changePage(of: entry)
    case "milestone": return "/milestones/\(id)"
    default: return nil
    }
  }

  /// A plan change is reached by its number, which its label ends in.
  private static func changePage(of entry: JournalEntry) -> String? {
    entry.label.split(separator: " ").last.map { "/changes/\($0)" }
  }

  /// "B001", "cost C1", "actual of B077, 2010/11".
  private static func name(of entry: JournalEntry) -> String {
    let parts = entry.label.split(separator: " ")
    switch entry.kind {
    case "actual" where parts.count == 3:
      let period = parts[2] == Period.year.rawValue ? "" : " \(parts[2])"
      return "actual of \(parts[0]), \(parts[1])\(period)"
    case "actual" where parts.count > 3:
      return "value of \(parts[0]), \(parts.dropFirst().joined(separator: " "))"
    case "measure": return "measure \(entry.label)"
    case "cost": return "cost \(entry.label)"
    case "map": return "“\(entry.label)” on the map"
    case "milestone": return "the milestone “\(entry.label)”"
    case "link": return "the link \(entry.label)"
    case "person": return "account \(entry.label)"
    case "register": return "the assumptions"
    case "period": return "the period \(entry.label)"
    case "heading": return "the column \(entry.label)"
    case "scenario": return "the scenario “\(entry.label)”"
    case "view": return "the pivot “\(entry.label)”"
    case "review" where parts.count == 2: return "\(parts[0]), review \(parts[1])"
    case "check": return "the check of \(entry.label)"
    case "share": return "a shared source of \(entry.label)"
    case "source": return "the shared source “\(entry.label)”"
    case "duplicate": return "a pair with \(entry.label)"
    case "handover": return "the hand-over of \(entry.label)"
    case "pattern": return "the pattern “\(entry.label)”"
    case "activity": return "the activity “\(entry.label)”"
    case "objective": return "the objective “\(entry.label)”"
    case "charter": return "the charter, \(entry.label)"
    case "other-programme": return "the other programme “\(entry.label)”"
    case "import": return "the file \(entry.label)"
    case "issue": return "issue \(entry.label)"
    case "lesson": return "the lesson “\(entry.label)”"
    default: return entry.label
    }
  }

  private static func words(_ act: String) -> String {
    switch act.split(separator: ".").last {
    case "add": "recorded"
    case "propose": "proposed"
    case "amend": "amended"
    case "position": "took a position on"
    case "decide": "decided"
    case "tell": "told the parties of"
    case "chase": "reminded the silent of"
    case "acknowledge": "acknowledged"
    case "accept": "accepted"
    case "review": "reviewed"
    case "dismiss": "told apart"
    case "takeBack": "took back"
    case "change": "changed"
    case "withdraw": "withdrew"
    case "submit": "submitted"
    case "close": "closed"
    case "reopen": "opened again"
    case "attach": "attached a file to"
    case "approve": "approved"
    case "return": "sent back"
    case "confirm" where act == "responsibility.confirm": "confirmed its part in"
    case "confirm" where act == "benefit.confirm": "confirmed assumptions of"
    case "confirm", "import": "imported"
    case "seed": "brought in"
    case "undo" where act == "import.undo": "undid an import of"
    case "undo": "undid a change of"
    case "paste": "pasted"
    case "discard": "discarded"
    case "match": "matched"
    case "keep": "kept"
    case "restore": "put back"
    case "raise": "raised"
    case "comment": "commented on"
    case "link": "linked"
    case "unlink": "unlinked"
    case "publish" where act == "charter.publish": "published"
    case "publish": "opened to everybody"
    case "triage": "triaged"
    case "wait": "marked as waiting"
    case "resume": "took up again"
    case "escalate": "escalated to the board"
    case "answer": "recorded the board’s decision on"
    case "resolve": "resolved"
    case "remove": "removed"
    case "move": "moved"
    case "unwarn": "withdrew a warning on"
    case "achieve": "recorded as achieved"
    case "replan": "planned anew"
    case "warn": "gave a warning on"
    default: "changed"
    }
  }
}
