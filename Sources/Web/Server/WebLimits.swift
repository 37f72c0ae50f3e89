import NIOCore

/// Every limit of the server, by name, in one place. Sizes are bytes.
public struct WebLimits: Sendable {
  /// The longest request target (path and query).
  public var targetBytes = 8 * 1024
  /// The longest single header.
  public var headerFieldBytes = 16 * 1024
  /// All headers of a request together.
  public var headerListBytes = 32 * 1024
  /// The most headers of a request.
  public var headerFields = 100
  /// The longest body of a form.
  public var formBytes = 1024 * 1024
  /// The longest body of an upload.
  public var uploadBytes = 64 * 1024 * 1024
  /// The most fields of a query or a form: a grid of 200 rows and 24 columns is one.
  public var fields = 5_000
  /// The most bytes of uploads that are held in memory at the same time.
  public var uploadMemoryBytes = 256 * 1024 * 1024
  /// The most long computations at the same time; more are answered 503 at once.
  public var calculationsAtOnce = 8
  /// The most requests worked on at the same time; more are answered 503 at once.
  public var requestsAtOnce = 256
  /// The most connections held open; more wait in the kernel's queue.
  public var connections = 2_000
  /// How long a connection may be silent.
  public var idleSeconds = 60
  /// How long one request may take, its body included.
  public var requestSeconds = 120
  /// How long a connection whose body was refused stays open, so that the answer arrives.
  public var lingerSeconds = 2
  /// What a 503 says about when to come back.
  public var retryAfterSeconds = 2

  /// The standard limits.
  public init() {}
}
