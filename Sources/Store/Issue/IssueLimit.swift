/// The limits of issues, by name, in one place.
public enum IssueLimit {
  /// Lists count up to here, and then say "more than".
  public static let counted = 1_000
  /// How many wait in one way is counted up to here.
  public static let countedNeeds = 99
  /// The most rows of one page of a list.
  public static let page = 5_000
  /// The most rows of a list that is handed out as a file.
  public static let file = 100_000
  /// The most comments that a page shows.
  public static let comments = 500
  /// The longest comment, in characters.
  public static let commentCharacters = 8_000
  /// The most words that are looked for.
  public static let words = 10
  /// The most links of one issue.
  public static let links = 50
}
