import CPostgres
import Logging

/// Owns one `PGconn`, closed when nobody holds it any longer. Belongs to one connection.
final class Link {
  let raw: OpaquePointer

  private init(_ raw: OpaquePointer) { self.raw = raw }

  deinit { PQfinish(raw) }

  /// Connects, which blocks for at most the configured time a host.
  static func open(_ parameters: [(String, String)]) throws(PostgresError) -> Link {
    let keywords = CStrings(parameters.map(\.0))
    let values = CStrings(parameters.map(\.1))
    let connected = withExtendedLifetime((keywords, values)) {
      PQconnectdbParams(keywords.pointers, values.pointers, 1)
    }
    guard let raw = connected else {
      throw PostgresError(.connection, "out of memory")
    }
    let link = Link(raw)
    guard PQstatus(raw) == CONNECTION_OK else {
      throw PostgresError(.connection, link.lastMessage)
    }
    // libpq would print notices on standard error; nobody here has a use for them.
    PQsetNoticeReceiver(raw, { _, _ in }, nil)
    return link
  }

  var isBroken: Bool { PQstatus(raw) == CONNECTION_BAD }

  var transactionStatus: PGTransactionStatusType { PQtransactionStatus(raw) }

  var lastMessage: String { String(cString: PQerrorMessage(raw)) }

  /// Asks the server to stop what it does; the answer to the statement tells whether it did.
  func requestCancel() {
    guard let request = PQgetCancel(raw) else { return }
    defer { PQfreeCancel(request) }
    var message = [CChar](repeating: 0, count: 256)
    PQcancel(request, &message, Int32(message.count))
  }

  func enterPipeline() -> Bool {
    PQpipelineStatus(raw) != PQ_PIPELINE_OFF || PQenterPipelineMode(raw) != 0
  }

  func leavePipeline() -> Bool {
    PQpipelineStatus(raw) == PQ_PIPELINE_OFF || PQexitPipelineMode(raw) != 0
  }
}

/// A null-terminated array of C strings.
private final class CStrings {
  let pointers: UnsafeMutablePointer<UnsafePointer<CChar>?>
  private let count: Int

  init(_ strings: [String]) {
    count = strings.count
    pointers = .allocate(capacity: count + 1)
    for index in 0..<count { pointers[index] = UnsafePointer(CStrings.copy(strings[index])) }
    pointers[count] = nil
  }

  deinit {
    for index in 0..<count { pointers[index]?.deallocate() }
    pointers.deallocate()
  }

  private static func copy(_ string: String) -> UnsafeMutablePointer<CChar> {
    let bytes = string.utf8CString
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    return copy
  }
}
