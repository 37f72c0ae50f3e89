import HTTPTypes
import Hummingbird
import Programme
import Store

/// One thing the server does: a method, a path, who may, and what is done. It can only be made with
/// a policy, and the handler gets no other scope than the policy's.
struct Route: Sendable {
  /// What a request may bring.
  enum Body: Sendable { case none, form, upload, content, unread }

  /// What is asked for, which decides how a stranger is turned away.
  enum Answer: Sendable { case page, file, machine, program }

  let method: HTTPRequest.Method
  let path: String
  let access: Access
  let body: Body
  /// The longest body that it takes; nil for the limit of all bodies of its kind.
  let limitBytes: Int?
  let answer: Answer
  let admit: @Sendable (Session?) throws -> Void
  let handle: @Sendable (Visit) async throws -> Response

  private init<Scope>(
    _ method: HTTPRequest.Method, _ path: String, _ policy: Policy<Scope>, _ body: Body,
    limitBytes: Int? = nil, _ answer: Answer,
    _ handler: @escaping @Sendable (Visit, Scope) async throws -> Response
  ) {
    self.method = method
    self.path = path
    self.access = policy.access
    self.body = body
    self.limitBytes = limitBytes
    self.answer = answer
    admit = { session in _ = try policy.admit(session) }
    handle = { visit in try await handler(visit, policy.admit(visit.session)) }
  }

  /// A page. Getting it changes nothing.
  static func get<Scope>(
    _ path: String, _ policy: Policy<Scope>,
    _ handler: @escaping @Sendable (Visit, Scope) async throws -> Response
  ) -> Route {
    Route(.get, path, policy, .none, .page, handler)
  }

  /// A file to keep. Getting it changes nothing.
  static func file<Scope>(
    _ path: String, _ policy: Policy<Scope>,
    _ handler: @escaping @Sendable (Visit, Scope) async throws -> Response
  ) -> Route {
    Route(.get, path, policy, .none, .file, handler)
  }

  /// An answer for programs: no session is looked up.
  static func machine(
    _ path: String, _ policy: Policy<Viewer?>,
    _ handler: @escaping @Sendable (Visit, Viewer?) async throws -> Response
  ) -> Route {
    Route(.get, path, policy, .none, .machine, handler)
  }

  /// A change, sent by a form of ours; `limitBytes` where it takes less than others of its kind.
  static func post<Scope>(
    _ path: String, _ policy: Policy<Scope>, body: Body = .form,
    limitBytes: Int? = nil, _ handler: @escaping @Sendable (Visit, Scope) async throws -> Response
  ) -> Route {
    Route(.post, path, policy, body, limitBytes: limitBytes, .page, handler)
  }

  /// A change that what stands in its address proves: mail programs ask for it in their own way, so
  /// nothing else is asked of it, and what it brings is not read.
  static func proven(
    _ path: String, _ handler: @escaping @Sendable (Visit, Viewer?) async throws -> Response
  ) -> Route {
    Route(.post, path, .anyone, .unread, .page, handler)
  }

  /// A question of a program, with a file or JSON as its body. The program shows a token, or is a
  /// page of ours with its session.
  static func api<Scope>(
    _ path: String, _ policy: Policy<Scope>,
    _ handler: @escaping @Sendable (Visit, Scope) async throws -> Response
  ) -> Route {
    Route(.post, path, policy, .content, .program, handler)
  }
}
