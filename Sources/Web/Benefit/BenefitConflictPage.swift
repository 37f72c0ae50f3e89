/// Somebody saved the benefit meanwhile: both versions field by field, and nothing typed is lost.
struct BenefitConflictPage: Page {
  static let template = "benefit/conflict"

  let title = "Somebody else changed this benefit"
  let reference: String
  /// "Anne Smith saved it on 22 November 2026 at 10:14 am."
  let meanwhile: String
  let rows: [Row]
  /// Where the own version is sent again, over the other.
  let action: String
  /// The version now stored.
  let version: String
  /// Everything that was typed, by the names of the form.
  let typed: [HiddenField]
  let keepHref: String
  let area: Area? = .benefits
  let trail: [Link]

  /// A field in which the versions differ.
  struct Row: Part {
    let label: String
    let theirs: String
    let yours: String
  }

  static let sample = BenefitConflictPage(
    reference: "B001", meanwhile: "Anne Smith saved it on 22 November 2026, 10:14 am.",
    rows: [
      Row(label: "Volume", theirs: "34,693 a year", yours: "31,000 a year"),
      Row(label: "Owner", theirs: "Head of ICT", yours: "not known"),
    ],
    action: "/benefits/1", version: "4",
    typed: [HiddenField("title", "Fewer visits"), HiddenField("Channel.volume", "31000")],
    keepHref: "/benefits/1", trail: [Link("Benefits", "/benefits")])
}
