/// Why the store cannot do what is asked, apart from what the domain refuses.
public enum StoreError: Error, Sendable, Equatable {
  /// Too much expensive work waits already; try again after so many seconds.
  case overloaded(retryAfterSeconds: Int)
  /// The configuration lacks something, or has something that cannot be used.
  case configuration(String)
  /// The content of the database, or of a seed, is not what the program expects.
  case inconsistent(String)
}
