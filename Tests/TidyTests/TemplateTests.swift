import Testing

@Suite("Templates")
struct TemplateTests {
  @Test("Every template escapes, quotes and keeps scripts and styles in files")
  func templates() throws {
    let findings = try Tree.templates().flatMap(TemplateCheck.check)
    #expect(findings.isEmpty, "\(findings.report)")
  }

  @Test(
    "A fault is found",
    arguments: [
      "{{{name}}}", "{{& name}}", "<p onclick=\"x()\">", "<p title=\"a>b\" ONLOAD='x'>",
      "<p style=\"color: red\">", "<p class={{name}}>", "<a href=/benefits>",
      "<script>x()</script>",
      "<script type=\"module\">", "<style>p {}</style>", "<p{{#a}} onfocus=\"x\"{{/a}}>",
    ])
  func faults(sample: String) {
    let findings = TemplateCheck.check(TextFile(path: "Views/sample", text: "<p>\n\(sample)"))
    #expect(findings.map(\.line).contains(2))
  }

  @Test(
    "What is well made passes",
    arguments: [
      "<p class=\"{{#a}}x{{/a}} y\" {{#b}}hidden{{/b}}>{{> shared/name}} on = off</p>",
      "<script type=\"module\" src=\"/assets/concordat.js\"></script>",
      "<input value=\"{{value}}\" required><br/>", "a < b, c=d", "<option{{#a}} selected{{/a}}>",
      "<!doctype html><!-- one=two --><meta name=\"theme\" content='a > b'>",
    ])
  func wellMade(sample: String) {
    let findings = TemplateCheck.check(TextFile(path: "Views/sample", text: sample))
    #expect(findings == [])
  }
}
