import Calculator
import Programme
import Store

/// A notice, wherever it is listed. Its title is a button: opening it marks it as read.
struct NoticeLine: Part {
  let title: String
  let words: String?
  let kind: String
  let when: String
  /// "Due 30 November 2026"; nil where nothing is asked for by a day.
  let due: Tag?
  let isNew: Bool
  /// Where it is opened, and where it is marked.
  let openAction: String
  let markAction: String
  /// What marking makes of it: "true" for read.
  let mark: String
  let markWords: String
  /// The list that marking comes back to.
  let back: String
}

extension NoticeLine {
  init(_ notice: StoredNotice, today: Day, back: String) {
    title = notice.title
    words = notice.words.isEmpty ? nil : notice.words
    kind = notice.kind.words
    when = Shown.moment(notice.madeAt)
    due = notice.due.map { Tag(due: $0, today: today) }
    isNew = notice.isNew
    openAction = "/notices/\(notice.id)/open"
    markAction = "/notices/\(notice.id)/mark"
    mark = notice.isNew ? "read" : "new"
    markWords = notice.isNew ? "Mark as read" : "Mark as new"
    self.back = back
  }

  static let sample = NoticeLine(
    title: "Plan change 12 asks for your position", words: "Go-live moves to March.",
    kind: "Plan changes that ask for your position", when: "22 November 2026, 9:05 am",
    due: Tag("Due 30 November 2026", .yellow), isNew: true, openAction: "/notices/1/open",
    markAction: "/notices/1/mark", mark: "read", markWords: "Mark as read", back: "/")
}

extension Tag {
  /// By when something is wanted, and whether that is over.
  init(due day: Day, today: Day) {
    switch today.days(since: day) {
    case 0: self.init("Due today", .yellow)
    case let late where late > 0: self.init("\(Shown.count(late, "day")) overdue", .red)
    case let late: self.init("Due \(day.words)", late >= -7 ? .yellow : .grey)
    }
  }
}
