import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The calendar of what is due, for programs that subscribe to it.
enum CalendarHandlers {
  /// The calendar of whoever the secret in the address belongs to. A secret that opens nothing is not
  /// found, like any other.
  static func show(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    let token = visit.parameters.get("token") ?? ""
    let owner = try await visit.store.calendarViewer(token: token).orNotFound()
    let due = try await visit.store.read(as: owner) { db in try db.due(.calendar, as: owner) }
    let origin = visit.services.configuration.baseURL
    let bytes = CalendarWriter.write(
      due.items.compactMap { CalendarEntry($0, at: origin) }, named: "Concordat: what is due")
    return Response(
      status: .ok,
      headers: [
        .contentType: "text/calendar; charset=utf-8",
        .contentDisposition: FileName.attachment("concordat.ics"),
        .cacheControl: "private, no-store",
      ], body: .init(byteBuffer: .init(bytes: bytes)))
  }
}

extension CalendarEntry {
  /// Nil for what has no day.
  init?(_ item: DueItem, at origin: String) {
    guard let day = item.day else { return nil }
    let host = origin.split(separator: "/").last ?? ""
    self.init(
      uid: "\(item.kind.rawValue)-\(item.record.uuidString.lowercased())@\(host)", day: day,
      title: "\(item.kind.words): \(item.title)", words: item.partyName,
      address: origin + item.path, changedAt: item.changedAt)
  }
}
