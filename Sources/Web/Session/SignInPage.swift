/// Sign-in. `failure` is the same whether the person or the password is unknown.
struct SignInPage: Page {
  static let template = "session/sign-in"

  let title = "Sign in"
  /// What was typed as e-mail address.
  let email: String
  /// Where to go afterwards: a path of this site.
  let next: String
  let failure: String?
  let problems: [PageProblem]

  init(email: String = "", next: String = "/", failure: String? = nil) {
    self.email = email
    self.next = next
    self.failure = failure
    problems = failure.map { [PageProblem($0, at: "email")] } ?? []
  }

  static let sample = SignInPage(
    email: "council@example.org", next: "/benefits",
    failure: "Enter the e-mail address and password of your account")

  static let states = ["first": SignInPage()]
}
