/// Philox 4x32-10, the counter-based generator of random numbers by J. K. Salmon, M. A. Moraes,
/// R. O. Dror and D. E. Shaw, "Parallel random numbers: as easy as 1, 2, 3" (2011).
///
/// A number is asked for by its place, not drawn in turn: the seed is the key, the run and the
/// variable are the counter. So no number depends on how many were drawn before it, or by whom.
public enum Philox {
  /// The name that stands beside a stored seed.
  public static let name = "Philox 4x32-10"

  /// Ten rounds over a counter with a key.
  public static func block(
    _ counter: SIMD4<UInt32>, key: SIMD2<UInt32>
  ) -> SIMD4<UInt32> {
    var (counter, key) = (counter, key)
    for round in 0..<10 {
      if round > 0 { key = key &+ SIMD2(0x9E37_79B9, 0xBB67_AE85) }
      let first = UInt64(counter.x) * 0xD251_1F53
      let second = UInt64(counter.z) * 0xCD9E_8D57
      counter = SIMD4(
        high(second) ^ counter.y ^ key.x, low(second), high(first) ^ counter.w ^ key.y, low(first))
    }
    return counter
  }

  /// The number from 0 to below 1 of a run in a stream: 53 bits of the block's first two words.
  public static func uniform(seed: UInt64, stream: UInt64, run: UInt64) -> Double {
    let counter = SIMD4(low(run), high(run), low(stream), high(stream))
    let block = block(counter, key: SIMD2(low(seed), high(seed)))
    return Double((UInt64(block.x) << 32 | UInt64(block.y)) >> 11) * 0x1p-53
  }

  /// The stream of a name: the 64 bits of FNV-1a over its UTF-8.
  public static func stream(of name: String) -> UInt64 {
    name.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private static func high(_ value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value >> 32) }
  private static func low(_ value: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: value) }
}
