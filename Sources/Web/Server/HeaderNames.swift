import HTTPTypes

extension HTTPField.Name {
  static let requestID = named("X-Request-Id")
  static let referrerPolicy = named("Referrer-Policy")
  static let crossOriginOpenerPolicy = named("Cross-Origin-Opener-Policy")
  static let permissionsPolicy = named("Permissions-Policy")
  static let secFetchSite = named("Sec-Fetch-Site")
  static let forwardedFor = named("X-Forwarded-For")
  static let csrfToken = named("X-CSRF-Token")
  static let robots = named("X-Robots-Tag")

  /// A name that is known to be well formed.
  private static func named(_ name: String) -> HTTPField.Name {
    guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is no header") }
    return field
  }
}
