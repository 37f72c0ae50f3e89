import Dispatch

/// Hands a workbook from the thread that parses it to one that makes sense of it, so that a large
/// file uses two cores. Order is kept, and no more than a few batches wait at any time.
final class RowPipeline: WorkbookHandler {
  private enum Event {
    case sheet(String)
    case row(Row)
    case datesCountFrom1904
    case problem(SheetProblem)
  }

  private static let batchEvents = 128
  private static let batchesWaiting = 8

  private let target: any WorkbookHandler
  private let queue = DispatchQueue(label: "concordat.rows", qos: .userInitiated)
  private let room = DispatchSemaphore(value: RowPipeline.batchesWaiting)
  private var batch: [Event] = []

  init(to target: any WorkbookHandler) { self.target = target }

  func sheet(named name: String) { add(.sheet(name)) }
  func row(_ row: Row) { add(.row(row)) }
  func datesCountFrom1904() { add(.datesCountFrom1904) }
  func report(_ problem: SheetProblem) { add(.problem(problem)) }

  /// Waits until everything was taken; afterwards the target is the caller's own again.
  func finish() {
    flush()
    queue.sync {}
  }

  private func add(_ event: Event) {
    batch.append(event)
    if batch.count >= RowPipeline.batchEvents { flush() }
  }

  private func flush() {
    // Only the serial queue touches the target until `finish` returns, and the batch is a copy.
    nonisolated(unsafe) let target = target
    let events = batch
    batch = []
    room.wait()
    queue.async { [room] in
      for event in events { RowPipeline.hand(event, to: target) }
      room.signal()
    }
  }

  private static func hand(_ event: Event, to target: any WorkbookHandler) {
    switch event {
    case .sheet(let name): target.sheet(named: name)
    case .row(let row): target.row(row)
    case .datesCountFrom1904: target.datesCountFrom1904()
    case .problem(let problem): target.report(problem)
    }
  }
}
