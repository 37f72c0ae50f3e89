import Programme

/// Why something about an issue is refused, besides what the record itself says.
enum IssueRefusal {
  /// Refuses a comment that is blank, too long or has control characters.
  static func check(comment: String) throws(Refusal) {
    let scalars = comment.unicodeScalars
    if scalars.isEmpty { throw refusal("comment", "", "something here", "Write your comment.") }
    if scalars.count > IssueLimit.commentCharacters
      || scalars.contains(where: TrimmedText.isControl)
    {
      throw refusal(
        "comment", comment, "at most \(IssueLimit.commentCharacters) plain characters",
        "Shorten it.")
    }
  }

  /// A refusal at a field of a form about an issue.
  static func refusal(
    _ field: String, _ found: String, _ expected: String, _ mend: String
  ) -> Refusal {
    .invalid([
      Problem(
        .error, at: .field(field), subject: field == "comment" ? "Comment" : "Link", found: found,
        expected: expected, mend: mend)
    ])
  }
}
