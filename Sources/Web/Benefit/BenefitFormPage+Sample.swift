import Calculator
import Programme
import Store

extension BenefitFormPage {
  static let sample = BenefitFormPage(
    BenefitForm(typed: [
      "reference": "B091", "title": "Fewer repeat calls about missed bins", "method": "Contact",
      "Contact.volume": "12 thousand", "Contact.avoidableShare": "35", "cashability": "Cashable",
      "claimShare": "100", "owner": "Head of Customer Services", "criterion1.name": "Trust",
    ]),
    problems: [
      Problem(
        .error, at: .field("volume"), subject: "Volume", found: "12 thousand",
        expected: "a number", mend: "Write it in digits, for example 12000."),
      Problem(
        .error, at: .field("tangibility"), subject: "Tangibility", found: "",
        expected: "Tangible or Intangible", mend: "Choose one."),
      Problem(
        .error, at: .field("method"), subject: "Method", found: "", expected: "a method",
        mend: "Choose how the benefit is worked out."),
      Problem(
        .error, at: .field("ramp2"), subject: "Share reached in year 2", found: "150%",
        expected: "a share from 0 % to 100 %", mend: "Correct the share."),
      Problem(
        .warning, at: .field("cashShare"), subject: "Cash share", found: "",
        expected: "the share of a cashable benefit that is cash",
        mend: "A blank counts as the whole; say what share of the budget really falls."),
    ],
    visibility: "draft",
    in: Setting(
      title: "Change a benefit", action: "/benefits/1", cancelHref: "/benefits/1", version: "3",
      trail: [Link("Benefits", "/benefits")], basis: basis,
      asksReason: true, offer: offer,
      note: Note(
        heading: "A copy of B014", lines: ["Not copied: the history."],
        link: Link("See B014", "/benefits/14"))))

  private static let offer = DraftOffer(
    .newBenefit, words: "You have an unsaved draft of 22 November 2026, 9:05 am.")

  private static let basis: CalculationBasis = {
    var basis = CalculationBasis()
    basis.channelCosts = ["Face to face", "Telephone", "Web"].map {
      ChannelCost(name: $0, cost: .one, source: "A survey", year: "2009")
    }
    return basis
  }()

  static let states = [
    "new": BenefitFormPage(
      BenefitForm(typed: ["reference": "B091"]), problems: [], visibility: "draft",
      in: Setting(
        title: "Record a benefit", action: "/benefits", cancelHref: "/benefits",
        trail: [Link("Benefits", "/benefits")], basis: basis)),
    "pattern": BenefitFormPage(
      BenefitStart(of: .sample, reference: "B091").form, problems: [], visibility: "draft",
      in: .new(basis, pattern: .sample)),
  ]
}
