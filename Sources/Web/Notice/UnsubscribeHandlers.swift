import Hummingbird
import Programme
import Store

/// Ends letters of a kind, for people and for mail programs. What stands in the address is the proof;
/// looking at it changes nothing, since mail filters look at every link.
enum UnsubscribeHandlers {
  /// Asks.
  static func ask(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    visit.page(UnsubscribePage(try visit.unsubscribing().topic, action: visit.path))
  }

  /// Does it, once or again.
  static func end(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    let token = try visit.unsubscribing()
    try await visit.store.unsubscribe(token.person, from: token.topic)
    return visit.page(UnsubscribePage(token.topic, action: nil))
  }
}

extension Visit {
  /// What the address proves; anything that it does not is not found.
  fileprivate func unsubscribing() throws(Refusal) -> UnsubscribeToken {
    try parameters.get("token")
      .flatMap { UnsubscribeToken(text: $0, key: services.configuration.secret) }.orNotFound()
  }
}
