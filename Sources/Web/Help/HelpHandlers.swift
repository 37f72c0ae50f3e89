import Hummingbird
import Programme

/// Pages that anybody may read.
enum HelpHandlers {
  /// Short help.
  static func help(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    visit.page(HelpPage(contact: nil))
  }

  /// What is accessible and what is not.
  static func accessibility(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    visit.page(AccessibilityPage(contact: nil))
  }
}
