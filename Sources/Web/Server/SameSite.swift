import Foundation
import HTTPTypes

/// The second lock on changes: browsers say which site a form was sent from.
enum SameSite {
  /// Throws unless the request comes from a page of ours, or from no browser at all (whose form
  /// token is checked all the same).
  static func check(_ request: HTTPRequest, _ configuration: WebConfiguration) throws(Failure) {
    if let site = request.headerFields[.secFetchSite] {
      guard site == "same-origin" || site == "none" else { throw .foreignForm }
      return
    }
    guard let origin = request.headerFields[.origin] else { return }
    guard origin == configuration.baseURL || isLocal(origin, configuration) else {
      throw .foreignForm
    }
  }

  /// On one's own machine the server has several names.
  private static func isLocal(_ origin: String, _ configuration: WebConfiguration) -> Bool {
    guard !configuration.listensBeyondLoopback,
      let ours = URLComponents(string: configuration.baseURL),
      let theirs = URLComponents(string: origin), let host = theirs.host
    else { return false }
    return ["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
      && theirs.port == ours.port && theirs.scheme == ours.scheme
  }
}
