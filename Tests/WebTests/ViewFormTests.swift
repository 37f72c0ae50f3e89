import Calculator
import Programme
import Testing

@testable import Web

@Suite("The form of a benefit")
struct ViewFormTests {
  private func benefit(_ inputs: Inputs<Exact>) -> Benefit {
    Benefit(reference: "B1", title: "Fewer calls", council: "Angus Council", inputs: inputs)
  }

  @Test("Showing a benefit and reading the form again changes nothing")
  func roundTrip() throws {
    var original = benefit(
      Inputs(
        method: .contact, volume: Exact(12000), hourlyRate: Exact(20),
        avoidableShare: Exact(text: "0.35"),
        fromChannel: "Web", claimShare: Exact(text: "0.333"), ramp: [.one, nil, nil, nil, nil]))
    original.criteria = [Criterion(name: "Trust", weight: Exact(2), score: Exact(7))]
    let form = BenefitForm(original)
    let read = try #require(Benefit.read(form.texts).value)
    #expect(original.changes(since: read) == [])
    #expect(form.criteria.value == original.criteria)
  }

  @Test(
    "A percentage is typed without its sign",
    arguments: [("10", "10%"), ("0.1", "0.1%"), ("10%", "10%"), ("", ""), ("ten", "ten")])
  func percentages(_ typed: String, _ read: String) {
    #expect(BenefitForm(typed: ["claimShare": typed]).texts[.claimShare] == read)
  }

  @Test("An input that several methods ask for is taken from the chosen one")
  func chosenMethod() {
    let typed = ["method": "Unit", "Time.volume": "1", "Unit.volume": "2"]
    #expect(BenefitForm(typed: typed).texts[.volume] == "2")
    #expect(BenefitForm(typed: typed).place(of: .volume) == "Unit.volume")
  }

  @Test("An input that the chosen method does not ask for is kept")
  func unusedInput() {
    let typed = ["method": "Amount", "FTE.posts": "3.4", "Amount.amount": "100"]
    #expect(BenefitForm(typed: typed).texts[.posts] == "3.4")
  }

  @Test("A blank of the chosen method stays blank, whatever another method's field holds")
  func clearedInput() {
    let typed = ["method": "Unit", "Time.volume": "1", "Unit.volume": ""]
    #expect(BenefitForm(typed: typed).texts[.volume]?.isEmpty == true)
  }

  @Test("A criterion's number that is none is refused at its field, and the others are read")
  func criteria() {
    let form = BenefitForm(typed: [
      "criterion1.name": "Trust", "criterion1.score": "11", "criterion2.name": "Ease",
      "criterion2.score": "7.5",
    ])
    #expect(form.criteria.value == nil)
    #expect(form.criteria.problems.map(\.place) == [.field("criterion1.score")])
  }

  @Test("Every error stands in the summary and leads to the field that shows it")
  func summary() {
    let form = BenefitForm(typed: ["method": "Time", "Time.volume": "x"])
    let reading = Benefit.read(form.texts)
    let page = BenefitFormPage(
      form, problems: reading.problems, visibility: "draft",
      in: .init(title: "Record a benefit", action: "/benefits", cancelHref: "/benefits"))
    let errors = reading.problems.filter { $0.severity == .error }
    #expect(page.problems.map(\.message) == errors.map(\.message))
    #expect(page.problems.map(\.href).contains("#Time-volume"))
    let volume = page.method.options.first { $0.value == "Time" }?.fields.first
    #expect(volume?.error != nil)
    #expect(volume?.value == "x")
  }
}
