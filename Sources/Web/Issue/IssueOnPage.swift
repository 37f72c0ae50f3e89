import Programme
import Store

/// An issue with all that its page shows.
struct IssueOnPage: Sendable {
  let stored: StoredIssue
  let comments: [IssueComment]
  let links: [IssueLink]
  let history: [JournalEntry]
  let isWatched: Bool
  let watcherCount: Int
  let today: Day?
}

/// What was typed into the small forms of an issue's page, and what stands against it.
struct IssueTyped: Sendable {
  var comment = ""
  var link = ""
  var problems: [Problem] = []
}
