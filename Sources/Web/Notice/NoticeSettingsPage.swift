import Calculator
import Programme
import Store

/// How its reader is told of things outside the pages: e-mail by kind, and a calendar.
struct NoticeSettingsPage: Page {
  static let template = "notice/settings"

  let title = "E-mail and calendar"
  /// Where e-mail goes; nil where this installation sends none.
  let email: String?
  let topics: [FormField]
  /// The calendar's address; nil where there is none.
  let calendar: CalendarLine?
  let area: Area? = .noticeSettings

  /// The address of a calendar.
  struct CalendarLine: Part {
    let address: String
    /// The same for a click that opens a calendar program.
    let subscribe: String
    let since: String
  }

  static let sample = NoticeSettingsPage(
    email: "council@example.org",
    topics: [NoticeSettingsPage.field(.digest, .weekly)],
    calendar: CalendarLine(
      address: "https://concordat.example.org/calendar/12.ics",
      subscribe: "webcal://concordat.example.org/calendar/12.ics", since: "22 November 2026"))

  static let states = [
    "neither": NoticeSettingsPage(email: nil, topics: [], calendar: nil)
  ]
}

extension NoticeSettingsPage {
  /// The page as things stand.
  init(
    _ deliveries: [MailTopic: NoticeDelivery], email: String?, calendar: CalendarLine?
  ) {
    self.email = email
    self.calendar = calendar
    topics = ([.digest] + MailTopic.allCases.dropLast()).map {
      NoticeSettingsPage.field($0, deliveries[$0] ?? $0.usual)
    }
  }

  fileprivate static func field(_ topic: MailTopic, _ delivery: NoticeDelivery) -> FormField {
    let choices = topic.choices.map {
      Choice($0.rawValue, $0.words, isChosen: $0 == delivery)
    }
    return FormField(topic.word, topic.words, .select(choices))
  }
}

extension NoticeSettingsPage.CalendarLine {
  init(_ link: CalendarLink, _ services: Services) {
    address = services.address(of: link.id)
    let rest = address.split(separator: ":", maxSplits: 1).last ?? ""
    subscribe = "webcal:\(rest)"
    since = Shown.moment(link.madeAt)
  }
}
