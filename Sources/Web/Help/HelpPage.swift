/// Short, true help.
struct HelpPage: Page {
  static let template = "help/help"

  let title = "Help"
  /// Whom to ask: an address or a name; nil where none is configured.
  let contact: String?
  let area: Area? = .help

  static let sample = HelpPage(contact: "coordinator@example.org")
  static let states = ["bare": HelpPage(contact: nil)]
}

/// What is accessible, what is not yet, and whom to tell.
struct AccessibilityPage: Page {
  static let template = "help/accessibility"

  let title = "Accessibility statement"
  let contact: String?
  let area: Area? = nil

  static let sample = AccessibilityPage(contact: "coordinator@example.org")
  static let states = ["bare": AccessibilityPage(contact: nil)]
}
