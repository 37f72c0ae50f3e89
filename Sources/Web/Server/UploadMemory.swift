import Synchronization

/// Counts the bytes of uploads that are held, and says no over a limit. What has not arrived yet
/// counts for nothing, so a body that trickles keeps nobody out.
final class UploadMemory: Sendable {
  let limitBytes: Int
  private let held = Atomic<Int>(0)

  init(limitBytes: Int) { self.limitBytes = limitBytes }

  /// How many bytes are held now.
  var count: Int { held.load(ordering: .relaxed) }

  /// What one request holds; all of it is given back when it is let go of.
  final class Share: Sendable {
    private let memory: UploadMemory
    private let bytes = Atomic<Int>(0)

    init(of memory: UploadMemory) { self.memory = memory }

    deinit { memory.held.wrappingSubtract(bytes.load(ordering: .relaxed), ordering: .relaxed) }

    /// Takes room for so many bytes more; false when there is none.
    func take(_ count: Int) -> Bool {
      bytes.wrappingAdd(count, ordering: .relaxed)
      return memory.held.wrappingAdd(count, ordering: .relaxed).newValue <= memory.limitBytes
    }
  }
}
