import Foundation
import Mail
import Testing

@testable import Web

@Suite("Configuration")
struct WebConfigurationTests {
  private static let secret = String(repeating: "s", count: 32)

  private func read(_ environment: [String: String]) throws -> WebConfiguration {
    try WebConfiguration(
      environment: environment.merging(["SECRET": Self.secret]) { given, _ in given },
      root: "", keyDirectory: "/nonexistent")
  }

  @Test("Without any setting the server listens on this machine alone, over plain HTTP")
  func standard() throws {
    let configuration = try read([:])
    #expect(configuration.host == "127.0.0.1")
    #expect(configuration.port == 8080)
    #expect(configuration.baseURL == "http://127.0.0.1:8080")
    #expect(!configuration.isSecure)
    #expect(!configuration.listensBeyondLoopback)
  }

  @Test("The origin comes from BASE_URL")
  func origin() throws {
    let configuration = try read(["BASE_URL": "https://concordat.example/", "HOST": "0.0.0.0"])
    #expect(configuration.baseURL == "https://concordat.example")
    #expect(configuration.isSecure)
    #expect(configuration.listensBeyondLoopback)
  }

  @Test(
    "A setting that cannot be used stops the start and is named",
    arguments: [
      ("PORT", "eighty"), ("PORT", "65536"), ("PORT", "-1"), ("BASE_URL", "concordat.example"),
      ("BASE_URL", "ftp://concordat.example"), ("BASE_URL", "https://concordat.example/path"),
      ("BASE_URL", "https://u:p@concordat.example"), ("BASE_URL", "https://"),
      ("SECRET", "short"), ("SMTP_URL", "mail.example.org"), ("REQUESTS_AT_ONCE", "0"),
      ("BEHIND_PROXY", "yes"),
    ])
  func refused(name: String, value: String) {
    let problem = #expect(throws: ConfigurationProblem.self) { try read([name: value]) }
    #expect(problem?.variable == name)
  }

  @Test("E-mail is sent where a server is named, in the name of the site unless another is given")
  func mail() throws {
    #expect(try read([:]).mail?.from == nil)
    let environment = ["SMTP_URL": "smtp://mail.example", "BASE_URL": "https://concordat.example"]
    #expect(try read(environment).mail?.from.address == "concordat@concordat.example")
    let named = environment.merging(["MAIL_FROM": "Office <office@example.org>"]) { $1 }
    #expect(try read(named).mail?.from.name == "Office")
    let wrong = environment.merging(["MAIL_FROM": "the office"]) { $1 }
    let problem = #expect(throws: ConfigurationProblem.self) { try read(wrong) }
    #expect(problem?.variable == "MAIL_FROM")
  }

  @Test("Without SECRET a key is made once, for its owner alone, and found again")
  func keptKey() throws {
    let folder = NSTemporaryDirectory() + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let first = try SecretKey.read(nil, keptIn: folder)
    let second = try SecretKey.read("", keptIn: folder)
    #expect(first == second)
    let attributes = try FileManager.default.attributesOfItem(atPath: folder + "/web.key")
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    #expect(throws: ConfigurationProblem.self) {
      try SecretKey.read(nil, keptIn: folder + "/missing")
    }
  }
}
