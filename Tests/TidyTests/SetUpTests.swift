import Testing

@Suite("Set-up")
struct SetUpTests {
  @Test("The scripts install every system library that Package.swift links")
  func packages() throws {
    let manifest = try Tree.file("Package.swift").text
    let installed = try Tree.file("bin/lib/packages.sh").text
      .split { $0.isWhitespace || $0 == "(" || $0 == ")" }
    let linked = aptPackages(in: manifest)
    #expect(linked.contains("libpq-dev"))
    #expect(Set(linked).subtracting(installed).isEmpty)
  }

  @Test("System libraries are read from a manifest")
  func manifestSample() {
    let sample = #"a(providers: [.apt(["liba-dev"])]), b([.apt(["libb-dev", "c"])])"#
    #expect(aptPackages(in: sample) == ["liba-dev", "libb-dev", "c"])
  }

  private func aptPackages(in manifest: String) -> [Substring] {
    manifest.split(separator: ".apt([").dropFirst().flatMap { part in
      part.prefix { $0 != "]" }.split { "\", ".contains($0) }
    }
  }
}
