import HTTPTypes
import Hummingbird

extension Visit {
  /// A failure as a page.
  func page(_ failure: Failure) -> Response {
    page(
      RefusalPage(
        failure.kind, explanation: failure.kind == .tooLarge ? failure.words : nil,
        reference: failure.status.kind == .serverError ? requestID : nil),
      failure.status)
  }
}

extension Failure {
  /// The kind of page that says it.
  fileprivate var kind: RefusalPage.Kind {
    switch status {
    case .notFound: .notFound
    case .unauthorized, .conflict: .staleForm
    case .forbidden: words == Failure.foreignForm.words ? .staleForm : .forbidden
    case .methodNotAllowed: .wrongMethod
    case .contentTooLarge, .uriTooLong: .tooLarge
    case .tooManyRequests: .throttled
    case .serviceUnavailable: .busy
    default: status.kind == .serverError ? .fault : .unacceptable
    }
  }
}
