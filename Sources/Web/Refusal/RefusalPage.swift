/// Says that something cannot be done, why, and what to do instead.
struct RefusalPage: Page {
  static let template = "refusal/refusal"

  let title: String
  let paragraphs: [String]
  /// To quote when asking for help; only for what was not foreseen.
  let reference: String?
  let way: Link?

  /// The kinds of refusal, by what the reader can do about them.
  enum Kind: CaseIterable, Sendable {
    case notFound, forbidden, staleForm, wrongMethod, conflict, tooLarge, unacceptable
    case throttled, fault, busy

    /// What a status means to the reader; one that is not named is a fault from 500 on.
    init(status: Int) {
      self =
        Kind.allCases.first { $0.status == status && $0 != .staleForm }
        ?? (status < 500 ? .unacceptable : .fault)
    }

    /// The HTTP status.
    var status: Int {
      switch self {
      case .notFound: 404
      case .forbidden, .staleForm: 403
      case .wrongMethod: 405
      case .conflict: 409
      case .tooLarge: 413
      case .unacceptable: 422
      case .throttled: 429
      case .fault: 500
      case .busy: 503
      }
    }
  }

  /// `explanation` stands for the standard words where more is known.
  init(_ kind: Kind, explanation: String? = nil, reference: String? = nil) {
    let words = RefusalPage.words(kind)
    title = words.title
    paragraphs = explanation.map { [$0] } ?? words.paragraphs
    self.reference = reference
    way = kind == .busy || kind == .throttled ? nil : Link("Go to what needs you", "/")
  }

  private static func words(_ kind: Kind) -> (title: String, paragraphs: [String]) {
    switch kind {
    case .notFound:
      (
        "Page not found",
        [
          "If you typed the address, check that it is correct.",
          "The record may also be one that your account does not see.",
        ]
      )
    case .forbidden:
      (
        "Your account may not do this",
        ["Nothing was changed. Ask your co-ordinator if you think that it should."]
      )
    case .staleForm:
      (
        "This form has expired",
        [
          "Nothing was changed. Go back, load the page again and send it once more.",
          "You may have signed in or out in another window since the page was opened.",
        ]
      )
    case .wrongMethod:
      ("This address cannot be used like that", ["Nothing was changed."])
    case .conflict:
      (
        "Somebody changed this meanwhile",
        ["Nothing was changed. Open it again to see what is new."]
      )
    case .tooLarge:
      (
        "That is too large",
        ["Nothing was changed. Send a smaller file, or split it into several."]
      )
    case .unacceptable:
      (
        "We could not read what was sent",
        ["Nothing was changed. Go back, check the form and send it once more."]
      )
    case .throttled:
      ("Too many attempts", ["Wait a minute, then try again. Nothing was changed."])
    case .fault:
      (
        "Sorry, something went wrong",
        [
          "It has been recorded and nothing was half saved.",
          "Try again. If it happens again, ask for help and quote the reference.",
        ]
      )
    case .busy:
      (
        "Concordat is busy",
        ["Nothing was changed. Wait a few seconds, then load the page again."]
      )
    }
  }

  static let sample = RefusalPage(.fault, reference: "7f3a-22c1")

  static let states = Dictionary(
    uniqueKeysWithValues: Kind.allCases.map { ("\($0)", RefusalPage($0)) })
}
