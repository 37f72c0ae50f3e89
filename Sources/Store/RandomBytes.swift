/// Where unpredictable bytes come from; handed in, so that tests can foresee them.
public struct RandomBytes: Sendable {
  private let make: @Sendable (_ count: Int) -> [UInt8]

  /// A source of bytes.
  public init(_ make: @escaping @Sendable (_ count: Int) -> [UInt8]) { self.make = make }

  /// So many bytes.
  public func callAsFunction(_ count: Int) -> [UInt8] { make(count) }

  /// The operating system's.
  public static let system = RandomBytes { count in
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }
}
