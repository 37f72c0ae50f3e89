import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("The figures of a file as JSON")
struct CalculationJSONTests {
  @Test("Both samples give every figure that was worked out elsewhere", arguments: Sample.allCases)
  func samples(sample: Sample) throws {
    let register = try sample.register()
    let text = CalculationJSON.write(
      register, figures: calculate(register.appraisal()), problems: [])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    var ours = try #require(object as? [String: Any])
    #expect((ours.removeValue(forKey: "problems") as? [Any])?.isEmpty == true)
    let differences = Agreement.differences(ours, try sample.expected)
    #expect(differences.isEmpty, "\(differences.prefix(20))")
  }

  @Test("Strings are safe inside JSON and inside a page")
  func quoting() {
    let value = JSONValue.object([("a\"b", .string("\\ \n \u{1} </script> \u{2028} £"))])
    #expect(
      value.text == "{\n \"a\\\"b\": \"\\\\ \\n \\u0001 \\u003c/script\\u003e \\u2028 £\"\n}\n")
  }
}
