import Programme

/// Asks whoever followed the link of a letter whether its kind shall stop, and says that it did. It
/// says nothing of who is meant.
struct UnsubscribePage: Page {
  static let template = "notice/unsubscribe"

  let title: String
  /// What the letters are about.
  let topic: String
  /// Where the button leads; nil once it is done.
  let action: String?

  init(_ topic: MailTopic, action: String?) {
    title = action == nil ? "You get no more of these e-mails" : "Stop these e-mails?"
    self.topic = topic.words
    self.action = action
  }

  static let sample = UnsubscribePage(.notice(.positionAsked), action: "/unsubscribe/1")
  static let states = ["done": UnsubscribePage(.digest, action: nil)]
}
