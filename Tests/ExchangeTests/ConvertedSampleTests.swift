import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

@Suite(
  "The samples, saved in another format by a spreadsheet program, are the same registers",
  .enabled(if: SpreadsheetProgram.isThere, "needs LibreOffice; left out in a quick run"),
  .serialized)
struct ConvertedSampleTests {
  @Test(
    "WB-34 WB-37 Every figure that was worked out elsewhere comes from .xlsx, .fods and .ods too",
    arguments: Sample.allCases, ["xlsx", "fods", "ods"])
  func figures(sample: Sample, format: String) throws {
    let file = RegisterFile.read(try SpreadsheetProgram.convert(sample.path, to: format))
    let register = try #require(file.register, "\(file.problems.map(\.message))")
    #expect(file.kind == kinds[format])
    #expect(file.problems == RegisterFile.read(path: sample.path).problems)
    let text = CalculationJSON.write(
      register, figures: calculate(register.appraisal()), problems: [])
    let object = try JSONSerialization.jsonObject(with: Data(text.utf8))
    var ours = try #require(object as? [String: Any])
    ours.removeValue(forKey: "problems")
    let differences = Agreement.differences(ours, try sample.expected)
    #expect(differences.isEmpty, "\(differences.prefix(20))")
    let compared = FigureComparison(file.carried, with: calculate(register.appraisal()))
    #expect(compared.comparedCount > 30 && compared.differences.isEmpty)
  }

  private let kinds: [String: FileKind] = [
    "xlsx": .openXML, "fods": .flatOpenDocument, "ods": .openDocument,
  ]
}
