/// Reasons that more than one rule gives.
enum Words {
  static let tooLarge =
    "it is too large to calculate (the limit is about 170,000,000,000,000,000,000)"
}
