/// Why a variable cannot be read or set.
public struct VariableRefusal: Error, Sendable, Hashable {
  /// The variable as text.
  public let variable: String
  /// Why, in words for people.
  public let because: String

  /// A refusal in words.
  public init(variable: String, because: String) {
    self.variable = variable
    self.because = because
  }
}
