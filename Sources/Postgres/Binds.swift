/// The bound values of a statement, laid out in one buffer as libpq wants them.
struct Binds: Sendable {
  /// Where one value stands in the buffer.
  struct Slot: Sendable {
    var type: PostgresType
    /// Nil is SQL NULL.
    var start: Int?
    var count: Int
    var isBinary: Bool
  }

  private(set) var slots: [Slot] = []
  private(set) var bytes: [UInt8] = []
  /// The first value that PostgreSQL cannot hold, as `$n` and why; refused when sent.
  private(set) var fault: String?

  var types: [UInt32] { slots.map(\.type.oid) }

  mutating func append<Value: PostgresEncodable>(_ value: Value) {
    let start = bytes.count
    var writer = ValueWriter(taking: &bytes)
    value.encode(into: &writer)
    if fault == nil, let reason = writer.fault { fault = "$\(slots.count + 1) \(reason)" }
    let end = writer.bytes.count
    if !writer.isNull { writer.bytes.append(0) }
    slots.append(
      Slot(
        type: Value.postgresType, start: writer.isNull ? nil : start, count: end - start,
        isBinary: writer.isBinary))
    bytes = writer.bytes
  }

  mutating func append(_ other: Binds) {
    guard !other.slots.isEmpty else { return }
    let offset = bytes.count
    if fault == nil { fault = other.fault }
    bytes.append(contentsOf: other.bytes)
    for var slot in other.slots {
      slot.start = slot.start.map { $0 + offset }
      slots.append(slot)
    }
  }

  /// Calls `body` with the parallel arrays of `PQsendQueryPrepared`, valid only during the call.
  func withPointers<Result>(
    _ body: (
      _ values: UnsafePointer<UnsafePointer<CChar>?>?, _ lengths: UnsafePointer<Int32>?,
      _ formats: UnsafePointer<Int32>?
    ) -> Result
  ) -> Result {
    guard !slots.isEmpty else { return body(nil, nil, nil) }
    return bytes.withUnsafeBytes { buffer in
      withUnsafeTemporaryAllocation(of: UnsafePointer<CChar>?.self, capacity: slots.count) {
        values in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * slots.count) { numbers in
          for (index, slot) in slots.enumerated() {
            values[index] = slot.start.flatMap {
              buffer.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self)
            }
            numbers[index] = Int32(clamping: slot.count)
            numbers[slots.count + index] = slot.isBinary ? 1 : 0
          }
          let lengths = UnsafePointer(numbers.baseAddress)
          return body(values.baseAddress, lengths, lengths?.advanced(by: slots.count))
        }
      }
    }
  }
}
