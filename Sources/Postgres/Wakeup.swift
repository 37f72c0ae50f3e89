#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Lets another thread interrupt a wait for the server.
final class Wakeup: Sendable {
  let readEnd: Int32
  private let writeEnd: Int32

  /// Nil when the process has no file descriptors left.
  init?() {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    (readEnd, writeEnd) = (ends[0], ends[1])
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Ends the wait. When the pipe is full, it is awake already.
  func wake() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }

  /// Forgets the wake-ups so far.
  func drain() {
    var bytes: [UInt8] = Array(repeating: 0, count: 64)
    while read(readEnd, &bytes, bytes.count) > 0 {}
  }
}

/// What ended a wait.
enum WaitEnd {
  case input
  case wakeup
  case deadline
}

/// Blocks until a descriptor can be read, the other thread wakes us, or the time is over.
/// Nil milliseconds wait for ever.
func waitForInput(_ socket: Int32, or wakeup: Int32, milliseconds: Int32?) -> WaitEnd {
  withUnsafeTemporaryAllocation(of: pollfd.self, capacity: 2) { descriptors in
    descriptors[0] = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    descriptors[1] = pollfd(fd: wakeup, events: Int16(POLLIN), revents: 0)
    let ready = poll(descriptors.baseAddress, 2, milliseconds ?? -1)
    // An interrupted call counts as input: the caller looks, finds nothing and waits again.
    if ready == 0 { return .deadline }
    return ready > 0 && descriptors[0].revents == 0 ? .wakeup : .input
  }
}
