import Crypto
import Foundation

/// Where and how the server listens, read once from the environment and checked.
public struct WebConfiguration: Sendable {
  /// The address to listen at.
  public var host: String
  /// The port to listen at; 0 takes any free one.
  public var port: Int
  /// The origin people reach the server by, without a slash at its end: the only source of links.
  public var baseURL: String
  /// The folder with `Views`.
  public var root: String
  /// The key that signs what the server hands out and wants back.
  public var secret: SymmetricKey
  /// Whether a reverse proxy stands in front, whose `X-Forwarded-For` tells the client's address.
  public var isBehindProxy: Bool
  /// How e-mail is sent; nil where none is.
  public var mail: MailConfiguration?
  /// The limits.
  public var limits = WebLimits()

  /// The password that the demonstration's accounts have unless another was chosen.
  public static let demonstrationPassword = "concordat-demo"

  /// Whether people come over TLS: then cookies are for TLS only.
  public var isSecure: Bool { baseURL.hasPrefix("https://") }

  /// Whether others than this machine can reach the server.
  public var listensBeyondLoopback: Bool {
    !(host == "localhost" || host == "::1" || host.hasPrefix("127."))
  }

  /// Puts together a configuration whose parts are known to be right.
  public init(
    host: String, port: Int, baseURL: String, root: String, secret: SymmetricKey,
    isBehindProxy: Bool = false
  ) {
    self.host = host
    self.port = port
    self.baseURL = baseURL
    self.root = root
    self.secret = secret
    self.isBehindProxy = isBehindProxy
  }

  /// Reads `HOST`, `PORT`, `BASE_URL`, `SECRET`, `BEHIND_PROXY`, `SMTP_URL`, `MAIL_FROM` and
  /// `REQUESTS_AT_ONCE`. Without `SECRET` a random key is kept in `keyDirectory`. Throws a ``ConfigurationProblem``.
  public init(environment: [String: String], root: String, keyDirectory: String) throws {
    host = environment["HOST"] ?? "127.0.0.1"
    port = try environment.whole("PORT", in: 0...65_535) ?? 8080
    let shown = host.contains(":") ? "[\(host)]" : host
    baseURL = try WebConfiguration.origin(environment["BASE_URL"] ?? "http://\(shown):\(port)")
    self.root = root
    secret = try SecretKey.read(environment["SECRET"], keptIn: keyDirectory)
    isBehindProxy = try environment.whole("BEHIND_PROXY", in: 0...1) == 1
    mail = try MailConfiguration(environment: environment, baseURL: baseURL)
    if let requests = try environment.whole("REQUESTS_AT_ONCE", in: 1...100_000) {
      limits.requestsAtOnce = requests
    }
  }

  /// A scheme, a host and perhaps a port, and nothing after them.
  private static func origin(_ text: String) throws -> String {
    let trimmed = text.hasSuffix("/") ? String(text.dropLast()) : text
    guard let parts = URLComponents(string: trimmed), let scheme = parts.scheme,
      scheme == "http" || scheme == "https", parts.host?.isEmpty == false, parts.path.isEmpty,
      parts.query == nil, parts.fragment == nil, parts.user == nil
    else {
      throw ConfigurationProblem(
        variable: "BASE_URL", expected: "an origin such as https://concordat.example.org")
    }
    return trimmed
  }
}

/// A setting that cannot be used.
public struct ConfigurationProblem: Error, CustomStringConvertible {
  /// The name of the environment variable.
  public let variable: String
  /// What it should be.
  public let expected: String

  /// What to tell the operator.
  public var description: String { "\(variable) must be \(expected)" }
}

extension [String: String] {
  fileprivate func whole(_ name: String, in bounds: ClosedRange<Int>) throws -> Int? {
    guard let text = self[name], !text.isEmpty else { return nil }
    guard let value = Int(text), bounds.contains(value) else {
      throw ConfigurationProblem(
        variable: name,
        expected: "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)")
    }
    return value
  }
}
