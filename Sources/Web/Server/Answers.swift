import Exchange
import HTTPTypes
import Hummingbird
import NIOCore
import Store

extension Visit {
  /// A page, with the notice of the last act, if one waits to be shown.
  func page(
    _ page: some Page, _ status: HTTPResponse.Status = .ok, notice: Notice? = nil
  ) -> Response {
    var shell = shell
    shell.notice = notice ?? cookies.notice(in: request)
    let text = services.views.render(page, in: shell)
    var headers: HTTPFields = [.contentType: "text/html; charset=utf-8"]
    if notice == nil, shell.notice != nil { headers.append(cookies.noNotice) }
    return Response(status: status, headers: headers, body: .init(byteBuffer: .init(string: text)))
  }

  /// A part of a page, to be put in the place of the same part of the page that asks.
  func fragment(_ template: String, from part: some Part) -> Response {
    let text = services.views.render(template, from: part, frame: NoFrame())
    return Response(
      status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
      body: .init(byteBuffer: .init(string: text)))
  }

  /// What the layout needs to know.
  private var shell: Shell {
    var shell = Shell()
    shell.viewer = session?.viewer
    shell.programme = session?.programmeName ?? ""
    shell.csrf = formToken?.field ?? ""
    shell.assetVersion = services.assets.version
    shell.path = request.path ?? "/"
    return shell
  }

  /// After a change: go and see. The notice offers to undo the act, where it is given.
  func redirect(
    to path: String, notice: NoticeCode? = nil, of act: Act? = nil
  ) -> Response {
    var headers: HTTPFields = [.location: path]
    if let notice { headers.append(cookies.setting(notice, undoing: act?.id)) }
    return Response(status: .seeOther, headers: headers)
  }

  /// A file to keep: nothing in it runs, whatever opens it.
  func file(_ bytes: some Sequence<UInt8>, name: String, contentType: String) -> Response {
    let headers: HTTPFields = [
      .contentType: contentType, .contentDisposition: FileName.attachment(name),
      .contentSecurityPolicy: SecurityHeaders.sandbox,
    ]
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: .init(bytes: bytes)))
  }

  /// A list as a table for other programs: an Excel workbook where the address ends so, else CSV.
  func table(_ table: Exchange.Table, named name: String) async throws -> Response {
    guard path.hasSuffix(".xlsx") else {
      return file(
        TableWriter.write(table, as: .csv(byteOrderMark: true)), name: "\(name).csv",
        contentType: "text/csv; charset=utf-8")
    }
    let workbook = try await calculating {
      Result { () throws(WorkbookFailure) in try TableWriter.workbook(table, sheet: "Table") }
    }.get()
    return excel(workbook, name: name)
  }

  /// An Excel workbook to keep.
  func excel(_ bytes: [UInt8], name: String) -> Response {
    file(
      bytes, name: "\(name).xlsx",
      contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  }

  /// Plain text, for programs.
  func text(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
    Response(
      status: status, headers: [.contentType: "text/plain; charset=utf-8"],
      body: .init(byteBuffer: .init(string: text)))
  }
}

/// What stands around a part that is sent without its page: nothing.
struct NoFrame: Part {}

extension HTTPFields {
  /// Adds a field beside others of its name, as cookies need.
  mutating func append(_ field: (name: HTTPField.Name, value: String)) {
    append(HTTPField(name: field.name, value: field.value))
  }
}
