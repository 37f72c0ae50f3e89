/// What somebody types to record a benefit.
enum BenefitSample {
  static let fields = [
    ("title", "Fewer repeat calls"), ("reference", "B001"), ("service", "Contact centre"),
    ("tangibility", "Tangible"), ("cashability", "Cashable"), ("method", "Amount"),
    ("Amount.amount", "12000"), ("claimShare", "50"), ("cashShare", "25"),
    ("visibility", "draft"), ("version", ""),
  ]

  /// The same with some fields changed.
  static func with(_ changes: [String: String]) -> [(String, String)] {
    fields.map { ($0.0, changes[$0.0] ?? $0.1) }
      + changes.filter { change in !fields.contains { $0.0 == change.key } }.map { ($0, $1) }
  }
}
