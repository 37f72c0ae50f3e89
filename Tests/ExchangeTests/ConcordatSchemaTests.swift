import Calculator
import Foundation
import Programme
import Testing

@testable import Exchange

@Suite("The schema of Concordat XML")
struct ConcordatSchemaTests {
  @Test("XML-6 The schema that is shipped names every field of every record, in order")
  func fields() throws {
    let file = Sample.root.appending(path: "Sources/Exchange/Schemas/concordat-benefits-1.xsd")
    let shipped = try String(contentsOf: file, encoding: .utf8)
    // When a record gains a field: `concordat schema > Sources/Exchange/Schemas/…-1.xsd`.
    #expect(shipped == ConcordatSchema.text)
    for field in Benefit.Field.allCases { #expect(shipped.contains("\"\(field.rawValue)\"")) }
  }

  @Test("XML-6 xmllint and we find the same documents valid, and the same ones broken")
  func agreement() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "xsd-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(ConcordatSchema.text.utf8).write(to: folder.appending(path: "schema.xsd"))
    var register = try Sample.twoExamples.register()
    var generator = GeneratedRegister(seed: 4)
    let measured = generator.measured(benefits: 12)
    register.measures = measured.measures.prefix(2).map { series in
      var own = series
      own.benefitReference = register.benefits[0].reference
      return own
    }
    let good = String(
      decoding: try ConcordatXML.write(register, figures: calculate(register.appraisal())),
      as: UTF8.self)
    for (number, change) in ConcordatSchemaTests.changes.enumerated() {
      let text = good.replacing(change.from, with: change.to, maxReplacements: 1)
      #expect(text != good || change.from == change.to, "\(change)")
      let file = folder.appending(path: "\(number).xml")
      try Data(text.utf8).write(to: file)
      let theirs = try isValid(file, by: folder.appending(path: "schema.xsd"))
      let ours = ConcordatXML.validate(Array(text.utf8))
      #expect(theirs == change.isValid, "xmllint, \(change)")
      #expect(ours.isEmpty == change.isValid, "ours, \(change): \(ours.map(\.message))")
      if !change.isValid {
        #expect(RegisterFile.read(Array(text.utf8)).register == nil, "\(change)")
      }
    }
  }

  private static let changes: [(from: String, to: String, isValid: Bool)] = [
    ("", "", true),
    ("<baseYear>", "<baseYear xmlns:z=\"urn:z\" z:y=\"1\">", false),
    ("<priceBase>real<", "<priceBase>Real<", false),
    ("<cover>", "<cover><!-- a --><?p q?>", true),
    ("<benefits>", "<benefits>words", false),
    ("<benefits>", "<benefits><benefit/>", false),
    ("<service>", "<service/><service>", true),
    ("<costs>", "<costs><other/>", false),
    (">18000<", "> 18000\n<", true),
    (">18000<", ">18,000<", false),
    (">18000<", ">1.8E4<", false),
    (">18000<", ">-1<", false),
    (">18000<", "><", false),
    (">18000<", ">18000.0000000000000000001<", false),
    ("<salary basis=\"real\"", "<salary basis=\"other\"", false),
    ("<salary basis=\"real\"", "<salary", false),
    ("</metadata>", "</metadata><metadata/>", false),
    ("<subject>Benefits", "<subject>Costs", false),
    ("<kind>Percentage<", "<kind>Share<", false),
    ("<direction>", "<direction><b/>", false),
    ("<values>", "<values><value/>", false),
    ("</measures>", "</measures><measures/>", false),
    ("<results ", "<results more=\"1\" ", false),
    ("name=\"npv\"", "name=\"nvp\"", false),
  ]

  private func isValid(_ file: URL, by schema: URL) throws -> Bool {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/xmllint")
    process.arguments = [
      "--noout", "--nonet", "--schema", schema.path(percentEncoded: false),
      file.path(percentEncoded: false),
    ]
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0
  }

  @Test("XML-6 Many may validate at once by the one schema")
  func concurrently() async throws {
    let register = try Sample.westLothian.register()
    let good = try ConcordatXML.write(register, figures: nil)
    let bad = Array(
      String(decoding: good, as: UTF8.self).replacing("<status>", with: "<status>x").utf8)
    await withTaskGroup(of: [Int].self) { group in
      for _ in 0..<16 {
        group.addTask {
          [ConcordatXML.validate(good).count, ConcordatXML.validate(bad).count]
        }
      }
      for await counts in group { #expect(counts == [0, 90]) }
    }
  }

  @Test("XML-7 Every fault of a document is told with line and column, unknown elements by name")
  func faults() throws {
    let text = """
      <?xml version="1.0"?>
      <programme xmlns="urn:concordat:benefits:1">
      <metadata/>
      <cover><priceBase>real</priceBase><colour>red</colour></cover>
      <assumptions/>
      <benefits>
      <benefit><profile><reference>B1</reference></profile>
      <inputs><method>Amount</method>
      <amount basis="real">lots</amount></inputs></benefit>
      <gain><deep/></gain>
      <benefit><profile><reference>B2</reference><title>T</title></profile>
      <inputs><method>Score</method></inputs></benefit>
      <benefit><profile><reference>B2</reference><title>T</title></profile>
      <inputs><method>Score</method></inputs></benefit>
      </benefits>
      </programme>
      """
    let file = RegisterFile.read(Array(text.utf8))
    #expect(file.register == nil && file.kind == .concordatXML)
    let errors = file.problems.filter { $0.severity == .error }
      .map { "\($0.placeText.split(separator: ":")[0]) \($0.subject) \($0.found)" }
    #expect(
      Set(errors) == [
        "line 4 The file colour", "line 7 Title ", "line 9 Amount lots", "line 10 The file gain",
        "line 13 Benefits B2",
      ], "\(errors)")
  }

  @Test("XML-8 A document that means harm is refused or read in bounded time and memory")
  func hostile() throws {
    let head = "<programme xmlns=\"urn:concordat:benefits:1\">"
    let benefit = "\(head)<benefits><benefit><profile><title>"
    let documents = [
      "<!DOCTYPE programme [<!ENTITY a \"b\">]>\(head)&a;</programme>",
      head + String(repeating: "<a>", count: 100_000),
      head + String(repeating: "<a/>", count: 300_000) + "</programme>",
      "\(benefit)\(String(repeating: "x", count: 2_000_000))</title>",
      "\(benefit)\(String(repeating: "&#65;", count: 120_000))</title></profile></benefit>"
        + "</benefits></programme>",
      head + "<metadata \(String(repeating: "a='' ", count: 80_000))/></programme>",
      head + "<metadata xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xsi:schemaLocation=\"urn:concordat:benefits:1 file:///etc/passwd\"/></programme>",
      head + "<benefits>" + String(repeating: "<benefit/>", count: 300_000)
        + "</benefits></programme>",
      "\(head)<benefits><benefit><profile><stakeholders>"
        + String(repeating: "<item>a</item>", count: 300_000)
        + "</stakeholders></profile></benefit>"
        + "</benefits></programme>",
      "\(head)<benefits><benefit><additional>"
        + String(repeating: "<column><heading>a</heading></column>", count: 50_000),
      "\(head)<results>" + String(repeating: "<figure name='x'>1</figure>", count: 100_000),
      head + "<cover><date>2010-01-15", "<x:programme xmlns:x=\"urn:other\"/>",
    ]
    for document in documents {
      let file = RegisterFile.read(Array(document.utf8))
      #expect(file.register == nil && file.hasErrors)
      #expect(file.problems.count <= RecordLimit.problemsListed + 2)
    }
  }

  @Test("XML-8 No cut and no flipped byte crashes, or gives a register together with an error")
  func fuzz() throws {
    let register = try Sample.twoExamples.register()
    let original = try ConcordatXML.write(
      register, figures: calculate(register.appraisal()))
    expectSafe(original, seed: 1_605)
  }
}
