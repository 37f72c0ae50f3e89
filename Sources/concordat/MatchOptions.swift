import ArgumentParser
import Exchange
import Programme

/// What headings of a file mean that are not of layout 1.
struct MatchOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a heading means, such as “Our code=Reference”; may be repeated.",
      discussion: """
        “=keep” keeps the column as additional data, “=leave out” does not read it. A heading of \
        another sheet than Benefits has the sheet before it: “Costs!Item no=Reference”.
        """))
  var match: [String] = []

  /// The matches, in the place of those that were saved about the same headings.
  func matches(after saved: [HeadingMatch] = []) throws -> HeadingMatches {
    var matches = HeadingMatches(saved)
    for text in match {
      guard let match = HeadingMatch(text: text) else {
        throw Failure.usage("--match \(text): expected Heading=Field, with a field of layout 1")
      }
      matches.add(match)
    }
    return matches
  }

  /// Says what headings were read as.
  func say(_ headings: [SheetHeadings]) {
    for sheet in headings {
      for column in sheet.columns where column.isMatched {
        let match = HeadingMatch(
          sheet: sheet.sheet, heading: column.heading, meaning: column.meaning)
        Console.complain(
          "\(sheet.title): note: the column “\(column.heading)” is matched: \(match.words)")
      }
    }
  }
}
