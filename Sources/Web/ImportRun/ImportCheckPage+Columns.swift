import Calculator
import Exchange
import Programme

extension ImportCheckPage {
  /// What is to be said about the columns of a file, and the way to the page that matches them.
  struct Columns: Part {
    /// "3 columns are not known", with their headings.
    let unknown: String?
    /// "“Our code” is read as Reference": what was matched before.
    let matched: [String]
    /// "2 columns were read as your council matched them before".
    let matchedCount: String?
    let link: Link

    /// Nothing where layout 1 knows every column.
    init?(_ headings: [SheetHeadings], address: String) {
      let columns = headings.flatMap(\.columns)
      guard !columns.isEmpty else { return nil }
      let unknown = columns.filter { !$0.isMatched }
      self.unknown = unknown.isEmpty ? nil : Columns.words(unknown)
      matched = headings.flatMap { sheet in
        sheet.columns.filter(\.isMatched).map {
          let match = HeadingMatch(
            sheet: sheet.sheet, heading: $0.heading, meaning: $0.meaning)
          return "“\($0.heading)”: \(match.shown)"
        }
      }
      matchedCount = matched.isEmpty ? nil : Columns.count(matched.count)
      link = Link(
        unknown.isEmpty ? "Change what they mean" : "Match columns", address + "/columns")
    }

    init(unknown: String?, matched: [String], matchedCount: String?, link: Link) {
      (self.unknown, self.matched) = (unknown, matched)
      (self.matchedCount, self.link) = (matchedCount, link)
    }

    private static func count(_ matched: Int) -> String {
      "\(Shown.count(matched, "column is", "columns are")) read as your council matched "
        + "\(matched == 1 ? "it" : "them") before"
    }

    private static func words(_ unknown: [SheetHeadings.Column]) -> String {
      let shown = unknown.prefix(8).map { "“\($0.heading)”" }
      let more = unknown.count - shown.count
      let names = more > 0 ? shown + [Shown.count(more, "other")] : shown
      return "\(Shown.count(unknown.count, "column is", "columns are")) not known: "
        + "\(Shown.list(names))."
    }
  }
}

extension HeadingMatch {
  /// What the heading means, as pages say it.
  var shown: String {
    switch meaning {
    case .field: "read as \(words)"
    case .keep, .leaveOut: words
    }
  }
}

extension Shown {
  /// "A, B and C".
  static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return "\(words.dropLast().joined(separator: ", ")) and \(last)"
  }
}
