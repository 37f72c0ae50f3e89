import Calculator

/// How much of a shared source is claimed: by one council's benefits, and by all others together.
/// Of the others no more is told than this sum, for some of their benefits may be drafts.
public struct SourceClaims: Hashable, Sendable {
  /// The shares of the council's own benefits, summed; 1 is the whole.
  public var own: Exact
  /// The shares of all other councils' benefits, summed.
  public var others: Exact

  /// Claims of two sides.
  public init(own: Exact, others: Exact) {
    self.own = own
    self.others = others
  }

  /// Everything that is claimed.
  public var total: Exact { own + others }
  /// What is left to claim; negative when more than the whole is claimed.
  public var left: Exact { .one - total }
  /// Whether more than the whole is claimed.
  public var isTooMuch: Bool { total > .one }

  /// What stands against approving a benefit that draws on the source; nil when nothing does.
  public func problem(with source: String) -> Problem? {
    guard isTooMuch else { return nil }
    return Problem(
      .error, at: .field("shares"), subject: "Shared source “\(source)”",
      found: SourceClaims.percent(total), expected: "shares of at most 100 % in all",
      mend: "Your council claims \(SourceClaims.percent(own)), other councils "
        + "\(SourceClaims.percent(others)). Agree who claims what, then correct the shares.")
  }

  /// A fraction as an exact percentage: "112.5 %".
  static func percent(_ share: Exact) -> String { "\((share * Exact(100)).text) %" }
}

/// A benefit's share of a shared source.
public struct SourceShare: Hashable, Sendable {
  /// The share, more than 0 and at most 1.
  public var share: Exact
  /// Why it is so much.
  public var note: String

  /// A share.
  public init(share: Exact, note: String) {
    self.share = share
    self.note = note
  }

  /// Reads a share as a percentage, with what is wrong beside the field "share".
  public static func read(_ text: String, note: String) -> Reading<SourceShare> {
    var problems: [Problem] = []
    func refuse(_ name: String, _ found: String, _ expected: String, _ mend: String) {
      problems.append(
        Problem(
          .error, at: .field(name), subject: name == "share" ? "Share" : "Note", found: found,
          expected: expected, mend: mend))
    }
    let typed = TrimmedText.of(text)
    let share = NumberText.read(typed, allowsPercent: true)
    if typed.isEmpty {
      refuse("share", "", "a share", "Enter the share that the benefit claims, such as 40%.")
    } else if share.map({ $0 > .zero && $0 <= .one }) != true {
      refuse("share", typed, "more than 0% and at most 100%", "Check the share.")
    }
    let note = TrimmedText.of(note)
    if note.unicodeScalars.count > RecordLimit.titleCharacters || TrimmedText.hasControl(note) {
      refuse(
        "note", note, "at most \(RecordLimit.titleCharacters) plain characters", "Shorten it.")
    }
    return Reading(
      value: share.map { SourceShare(share: $0, note: note) }, problems: problems)
  }
}
