import Calculator
import Foundation
import Programme
import Testing

@testable import Web

@Suite("Views")
struct ViewTests {
  @Test(
    "Escaping decides on bytes, so that no combining mark hides a quotation mark or a bracket",
    arguments: [
      ("plain £ – text", "plain £ – text"),
      ("a & b", "a &amp; b"),
      ("\"\u{301}", "&quot;\u{301}"),
      ("\u{600}<b>", "\u{600}&lt;b&gt;"),
      ("it's `x`", "it&#39;s &#96;x&#96;"),
      ("a\u{0}b\u{7F}", "a\u{FFFD}b\u{FFFD}"),
      ("line\r\nline\t", "line\r\nline\t"),
      ("", ""),
    ])
  func escaping(_ text: String, _ expected: String) {
    var escaped: [UInt8] = []
    Escaped.write(text, to: &escaped)
    #expect(escaped == Array(expected.utf8))
  }

  @Test("A template is squeezed into one line with single spaces between its own")
  func squeezing() {
    #expect(Template.squeezed("<p>\n  a\n\n\t b </p>\r\n{{x}}") == "<p> a b </p> {{x}}")
  }

  @Test("A folder without templates is refused by name")
  func missingFolder() {
    #expect(throws: Views.Failure.self) { try Views(folder: "/nowhere/at/all") }
  }

  private struct Box: Part {
    let name: String
    let note: String?
    let texts: [String]
    let boxes: [Box]
    let isOpen: Bool
  }

  private func render(_ source: String) throws -> String {
    let inner = Box(name: "<inner>", note: nil, texts: [], boxes: [], isOpen: false)
    let box = Box(name: "outer", note: "n", texts: ["a", "b"], boxes: [inner], isOpen: true)
    let templates = [
      "page": try Template(source), "part": try Template("[{{name}}]"),
      "layout": try Template("({{$main}}none{{/main}})"),
    ]
    var rendering = Rendering(templates: templates, shell: inner)
    rendering.write("page", from: box)
    return String(decoding: rendering.html, as: UTF8.self)
  }

  @Test(
    "A template shows what the names in it stand for",
    arguments: [
      ("{{name}}", "outer"), ("{{#texts}}{{.}},{{/texts}}", "a,b,"),
      ("{{#note}}{{.}}{{/note}}", "n"),
      ("{{#boxes}}{{name}}{{/boxes}}", "&lt;inner&gt;"), ("{{#isOpen}}yes{{/isOpen}}", "yes"),
      ("{{#boxes}}{{^isOpen}}no{{/isOpen}}{{/boxes}}", "no"),
      ("{{#texts?}}some{{/texts?}}", "some"),
      ("{{#boxes}}{{^texts}}none{{/texts}}{{/boxes}}", "none"), ("{{>part}}", "[outer]"),
      ("{{#boxes}}{{>part}}{{/boxes}}", "[&lt;inner&gt;]"), ("{{shell.name}}", "&lt;inner&gt;"),
      ("{{<layout}}{{$main}}{{name}}{{/main}}{{/layout}}", "(outer)"),
      ("{{<layout}}{{/layout}}", "(none)"), ("{{unknown}}{{>unknown}}", ""),
      ("{{#boxes}}{{#note}}{{.}}{{/note}}{{/boxes}}", ""),
    ])
  func templates(_ source: String, _ expected: String) throws {
    #expect(try render(source) == expected)
  }

  @Test(
    "A malformed template is refused, and so is a tag that would write a text unescaped",
    arguments: ["{{name", "{{#a}}", "{{/a}}", "{{#a}}{{/b}}", "{{{name}}}", "{{&name}}", "{{}}"])
  func malformed(_ source: String) {
    #expect(throws: Template.Malformed.self) { try Template(source) }
  }

  @Test(
    "Canonical texts of fields are shown as people read them",
    arguments: [
      (Benefit.Field.claimShare, "0.25", "25 %"),
      (.volume, "34693", "34,693 a year"),
      (.salary, "23500", "£23,500.00 a year"),
      (.amount, "-12.5", "\u{2212}£12.50 a year"),
      (.unitCostBefore, "7.4", "£7.40"),
      (.years, "5", "5 years"),
      (.nextReview, "2026-11-22", "22 November 2026"),
      (.owner, "Head of ICT", "Head of ICT"),
      (.owner, "", "not known"),
      (.volume, "many", "many"),
    ])
  func fields(_ field: Benefit.Field, _ text: String, _ expected: String) {
    #expect(Shown.field(text, kind: field.kind, unit: field.unit) == expected)
  }

  @Test(
    "Moments are shown in the programme's zone, with am and pm",
    arguments: [
      (0.0, "1 January 1970, 1:00 am"),
      (1_795_338_300, "22 November 2026, 9:05 am"),
      (1_782_907_200, "1 July 2026, 1:00 pm"),
      (1_782_864_000, "1 July 2026, 1:00 am"),
    ])
  func moments(_ seconds: Double, _ expected: String) {
    #expect(Shown.moment(Date(timeIntervalSince1970: seconds)) == expected)
  }

  @Test("Counts agree with their nouns, and blanks are not 0")
  func counts() {
    #expect(Shown.count(1, "benefit") == "1 benefit")
    #expect(Shown.count(1204, "benefit") == "1,204 benefits")
    #expect(Shown.count(0, "council") == "0 councils")
    #expect(Shown.bare(nil) == "not known")
    #expect(Shown.bare(Exact(-5)) == "\u{2212}5.00")
  }

  @Test(
    "A chart's scale holds every value and zero, and never divides by nothing",
    arguments: [
      ([0.0, 100], 100.0, 10.0), ([0, 100], 0, 110), ([-50, 50], 0, 60), ([0, 0], 0, 110),
      ([.nan, 100], .nan, 110),
    ])
  func scale(_ values: [Double], _ value: Double, _ expected: Double) {
    #expect(ChartScale(values, top: 10, height: 100).y(value) == expected)
  }

  @Test("A waterfall's table gives the levels and the steps between them")
  func waterfall() {
    let steps = [
      Waterfall.Step(label: "Gross", level: Exact(100), isLevel: true),
      Waterfall.Step(label: "Deadweight", level: Exact(90), isLevel: false),
      Waterfall.Step(label: "Net", level: Exact(90), isLevel: true),
    ]
    let chart = Waterfall(id: "w", title: "From gross to net", steps: steps)
    #expect(chart.rows.map(\.value) == ["100.00", "\u{2212}10.00", "90.00"])
  }
}
