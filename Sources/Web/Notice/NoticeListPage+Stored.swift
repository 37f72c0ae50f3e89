import Calculator
import Programme
import Store

extension NoticeListPage {
  /// The list as the store answers a filter.
  init(_ page: NoticePage, filter: NoticeFilter, today: Day) {
    let counted = page.counts.filter { filter.kind == nil || $0.key == filter.kind }.values
    let (all, new) = counted.reduce((0, 0)) { ($0.0 + $1.all, $0.1 + $1.new) }
    summary = all == 0 ? "No notices yet" : "\(new) new of \(Shown.count(all, "notice"))"
    shows = [(nil, "All", all), (true, "New", new), (false, "Read", all - new)].map {
      (isNew: Bool?, words, count) in
      var other = filter
      other.isNew = isNew
      return SectionLink(
        text: "\(words): \(Shown.quantity(Exact(count)))", href: other.address().text,
        isCurrent: isNew == filter.isNew)
    }
    kinds = NoticeListPage.kinds(page, chosen: filter.kind)
    hidden = [filter.show.map { HiddenField("show", $0) }].compactMap(\.self)
    let address = filter.address()
    rows = page.rows.map { NoticeLine($0, today: today, back: address.text) }
    markAll =
      new == 0
      ? nil : page.rows.first.map { MarkAll(filter.kind, upTo: $0, back: address.text) }
    paging = Paging(
      summary: "", first: filter.after == nil ? nil : address.text,
      next: page.next.map { address.with("after", $0.text).text })
    exports = page.rows.isEmpty ? [] : Link.exports("/notices") { filter.address($0).text }
  }

  private static func kinds(_ page: NoticePage, chosen: NoticeKind?) -> FormField {
    let known = NoticeKind.allCases.filter { page.counts[$0] != nil || $0 == chosen }
    let choices = known.map { Choice($0.rawValue, $0.words, isChosen: $0 == chosen) }
    return FormField(
      "kind", "About", .select([Choice("", "Everything", isChosen: chosen == nil)] + choices))
  }
}

extension NoticeListPage.MarkAll {
  fileprivate init(_ kind: NoticeKind?, upTo newest: StoredNotice, back: String) {
    words = kind == nil ? "Mark all as read" : "Mark all of this kind as read"
    self.kind = kind?.rawValue ?? ""
    until = NoticePlace(after: newest).text
    self.back = back
  }
}

extension NoticeFilter {
  /// Reads the filter of the list's address.
  init(_ query: Submission) throws(Refusal) {
    self.init()
    var reader = QueryReader(query)
    kind = reader.read("kind", "a kind of notice") { NoticeKind(rawValue: $0) }
    isNew = reader.read("show", "new or read") { ["new": true, "read": false][$0] }
    after = reader.read("after", "a place in the list") { NoticePlace(text: $0) }
    try reader.finish()
  }

  /// The address that shows this list from its start.
  func address(_ path: String = "/notices") -> Address {
    Address(path).with("show", show).with("kind", kind?.rawValue)
  }

  fileprivate var show: String? { isNew.map { $0 ? "new" : "read" } }
}
