import Programme
import Store

/// The unfinished issues about a record, on the record's own page.
struct IssuesOfRecord: Part {
  let rows: [Row]
  /// Where another is raised about it; nil for those who may not.
  let raiseHref: String?

  /// One issue.
  struct Row: Part {
    let link: Link
    let state: Tag
    let owner: String
  }

  /// `path` is the record's own page. Nil where there is nothing to show.
  init?(_ issues: [StoredIssue], about path: String, viewer: Viewer) {
    rows = issues.map { stored in
      Row(
        link: Link("\(stored.label) \(stored.issue.title)", "/issues/\(stored.number)"),
        state: Tag(stored.issue.state), owner: IssueWords.owner(stored.issue.owner))
    }
    raiseHref =
      viewer.may(.takePart) ? Address("/issues/new").with("about", path).text : nil
    if rows.isEmpty, raiseHref == nil { return nil }
  }

  private init() {
    rows = [Row(link: Link("#12 Late mapping", "/issues/12"), state: Tag(.open), owner: "Us")]
    raiseHref = "/issues/new?about=%2Fbenefits%2F1"
  }

  static let sample = IssuesOfRecord()
}
