import Hummingbird
import Programme
import Store

/// How a person is told of things outside the pages.
enum NoticeSettingsHandlers {
  /// The page.
  static func show(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (deliveries, link) = try await visit.store.read(as: viewer) { db in
      (try db.deliveries(as: viewer), try db.calendarLink(as: viewer))
    }
    return visit.page(
      NoticeSettingsPage(
        deliveries, email: visit.services.sendsMail ? visit.session?.email : nil,
        calendar: link.map { .init($0, visit.services) }))
  }

  /// Keeps the choices.
  static func save(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(Set(MailTopic.allCases.map(\.word)))
    var chosen: [MailTopic: NoticeDelivery] = [:]
    for topic in MailTopic.allCases {
      chosen[topic] = visit.form.given(topic.word).flatMap(NoticeDelivery.init(rawValue:))
    }
    let deliveries = chosen
    try await visit.write(as: viewer, visit.act("notice.choose")) { db in
      try db.choose(deliveries, as: viewer)
    }
    return visit.redirect(to: "/notices/settings", notice: .settingsKept)
  }

  /// Gives the calendar an address, in the place of the one it had.
  static func makeCalendar(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    let id = ID<CalendarLink>.random()
    let token = CalendarToken.text(id, key: visit.services.configuration.secret)
    try await visit.write(as: viewer, visit.act("calendar.make")) { db in
      try db.addCalendarLink(id, token: token, as: viewer)
    }
    return visit.redirect(to: "/notices/settings#calendar", notice: .calendarMade)
  }

  /// Ends the calendar's address.
  static func endCalendar(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting([])
    try await visit.write(as: viewer, visit.act("calendar.end")) { db in
      try db.endCalendarLink(as: viewer)
    }
    return visit.redirect(to: "/notices/settings#calendar", notice: .calendarEnded)
  }
}
