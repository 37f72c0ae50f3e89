import Programme
import Store

/// Who may come in. Every route names one; the tests read the whole table.
enum Access: Sendable, Hashable {
  /// Anybody, signed in or not.
  case anyone
  /// Anybody with an account.
  case signedIn
  /// Whoever's role allows it.
  case may(Permission)
}

/// The gate of a route: what it asks of a session, and the scope it hands to the handler.
struct Policy<Scope: Sendable>: Sendable {
  let access: Access
  /// The scope, or why there is none.
  let admit: @Sendable (Session?) throws -> Scope
}

extension Policy where Scope == Viewer? {
  /// Anybody; the viewer is nil before sign-in.
  static var anyone: Policy { Policy(access: .anyone) { $0?.viewer } }
}

extension Policy where Scope == Viewer {
  /// Anybody with an account.
  static var signedIn: Policy {
    Policy(access: .signedIn) { session in
      guard let session else { throw Failure.signInFirst }
      return session.viewer
    }
  }

  /// Whoever's role allows it.
  static func may(_ permission: Permission) -> Policy {
    Policy(access: .may(permission)) { session in
      let viewer = try Policy.signedIn.admit(session)
      guard viewer.may(permission) else { throw Refusal.forbidden }
      return viewer
    }
  }
}
