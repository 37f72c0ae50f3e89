import Exchange

/// What an input of the fuzzer stands for.
///
/// Most inputs are files as they are. Packed bytes are poor ground for a fuzzer, since nearly every
/// change only breaks a checksum; so an input that begins with "=== NAME" is the parts of an archive
/// as text, each after such a line, and is packed before it is read.
enum FuzzInput {
  private static let mark = Array("=== ".utf8)

  /// The bytes of the file.
  static func file(_ input: [UInt8]) -> [UInt8] {
    guard input.starts(with: mark) else { return input }
    var entries: [ArchiveWriter.Entry] = []
    for line in input.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if line.starts(with: mark) {
        let name = String(decoding: line.dropFirst(mark.count), as: UTF8.self)
        entries.append(ArchiveWriter.Entry(name: name, bytes: []))
      } else {
        entries[entries.count - 1].bytes += line + [0x0A]
      }
    }
    return (try? ArchiveWriter.write(entries)) ?? input
  }
}
