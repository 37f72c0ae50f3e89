import Calculator
import Exchange
import Foundation
import Programme
import Testing

@testable import Web

@Suite("A proof pack")
struct ProofPackTests {
  private func pack(_ texts: [String: String] = [:]) throws -> ProofPack {
    let path = TestSite.root + "/Tests/Fixtures/samples/two-examples.xml"
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let register = try #require(RegisterFile.read(Array(bytes)).register)
    return ProofPack(
      council: "Inverclyde Council", state: "2 benefits",
      calculation: Calculation(register, ScenarioChanges(texts: texts)), codes: [:],
      rules: Array("# Rules".utf8))
  }

  @Test("Of the same register and changes has the same bytes, of others other ones")
  func deterministic() throws {
    let one = try pack().archive()
    #expect(try pack().archive() == one)
    #expect(try pack(["discountRate": "0.05"]).archive() != one)
  }

  @Test("Holds everything that is needed, each file with its checksum")
  func whole() throws {
    let files = try pack().files()
    #expect(
      Set(files.map(\.name)) == [
        "README.txt", "register.xlsx", "register.xml", "register-concordat.xml", "register.json",
        "results.json", "results.csv", "workings.txt", "rules-calculator.md",
      ])
    let changed = try pack(["level/benefits": "0.5"]).files()
    let readMe = try #require(changed.first { $0.name == "README.txt" })
    #expect(changed.contains { $0.name == "changes.csv" })
    #expect(String(decoding: readMe.bytes, as: UTF8.self).contains("All benefits"))
  }

  @Test("Says where each of its first figures stands, and there it is")
  func places() throws {
    let pack = try pack()
    let files = Dictionary(uniqueKeysWithValues: try pack.files().map { ($0.name, $0.bytes) })
    func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }
    let readMe = text("README.txt")
    for row in ["NPV, cash view", "BCR, cash view", "Payback in years, cash view"] {
      #expect(readMe.contains("CashView, \(row) "))
      #expect(text("register.xml").contains(">\(row)</Data>"))
    }
    for view in View.allCases {
      let target = Target(.npv, in: view)
      let label = "\(view.words.capitalizedAtStart): net present value"
      let npv = try #require(pack.calculation.figures.outcome(of: target).value)
      let row = text("results.csv").split(whereSeparator: \.isNewline).first {
        $0.contains(label)
      }
      #expect(readMe.contains(label))
      #expect(row?.hasSuffix(",\(npv.text)") == true)
    }
  }

  @Test("Of a register that is seen in part names who sees it so")
  func part() throws {
    var pack = try pack()
    #expect(!ProofReadMe.text(of: pack, left: [], losses: []).contains("may see"))
    pack.seenBy = "West Lothian Council"
    #expect(
      ProofReadMe.text(of: pack, left: [], losses: [])
        .contains("of what West Lothian Council may see of this register:\n2 benefits."))
  }

  @Test("Tells nothing that costs decide where none is seen")
  func withoutCosts() throws {
    var pack = try pack()
    let register = pack.calculation.register
    pack = ProofPack(
      council: pack.council, state: pack.state,
      calculation: Calculation(
        register, ScenarioChanges(),
        RegisterSight(notice: "A part.", part: "2 benefits", hidesCosts: true)),
      codes: [:], rules: nil, seenBy: "Another council")
    let files = Dictionary(uniqueKeysWithValues: try pack.files().map { ($0.name, $0.bytes) })
    func text(_ name: String) -> String { String(decoding: files[name] ?? [], as: UTF8.self) }
    #expect(text("README.txt").contains("Payback, cash view: not known, because costs are not"))
    #expect(!text("README.txt").contains("WHERE THE FIGURES ABOVE STAND"))
    #expect(text("results.json").contains("\"npv\": null"))
    #expect(!text("results.csv").contains("net present value"))
    #expect(text("results.csv").contains("present value of benefits"))
    #expect(!text("workings.txt").contains("payback ="))
  }

  @Test(
    "Its register, read again and worked out by the API, gives its results",
    arguments: [
      [:], ["discountRate": "0.05", "benefit/B001/volume": "9000"],
      ["level/benefits": "0.5", "schedule": "health", "horizonYears": "9"],
    ])
  func agrees(texts: [String: String]) throws {
    let pack = try pack(texts)
    let files = Dictionary(uniqueKeysWithValues: try pack.files().map { ($0.name, $0.bytes) })
    let written = try #require(files["register.json"])
    let request = try #require(CalculationRequest.read(written).value)
    let again = calculate(request.appraisal)
    let ours = pack.calculation.figures
    for view in View.allCases {
      let target = Target(.npv, in: view)
      #expect(again.outcome(of: target) == ours.outcome(of: target))
    }
    let result = try #require(files["results.json"])
    let npv = try #require(ours.outcome(of: Target(.npv, in: .whole)).value)
    #expect(String(decoding: result, as: UTF8.self).contains("\"npv\": \"\(npv.text)\""))
  }
}
