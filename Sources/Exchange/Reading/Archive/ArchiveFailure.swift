import Calculator
import Programme

/// Why a zip archive, or a part of it, is not read.
enum ArchiveFailure: Error, Equatable {
  /// It has no directory that can be read, or a part is cut off or does not fit its checksum.
  case damaged(String)
  case tooManyEntries
  /// The forms for archives beyond four gigabytes.
  case zip64
  case unsafeName(String)
  case twice(String)
  /// A link, a device or anything else that is no plain file.
  case notAFile(String)
  case encrypted(String)
  case method(String)
  /// Unpacked, it is larger than what a file may be.
  case tooLarge
  /// So few bytes that unpack to so many are no workbook.
  case tooDense(String)
  /// The parts claim more bytes than the file has, so they share some.
  case overlapping
  /// More came out of a part than its directory entry says.
  case largerThanSaid(String)
}

extension ArchiveFailure {
  /// The failure as people read it.
  func problem(_ limits: FileLimits) -> Problem {
    let words = words(limits)
    return Problem(
      .error, at: .file, subject: "The file", found: words.found, expected: words.expected,
      mend: words.mend)
  }

  private func words(_ limits: FileLimits) -> (found: String, expected: String, mend: String) {
    let again = "Open the file in a spreadsheet program and save it again."
    return switch self {
    case .damaged(let part):
      (part, "a whole archive", "It may be cut off or damaged. Fetch or save it again.")
    case .tooManyEntries:
      ("more", "at most \(Shown.whole(limits.archiveEntries)) parts in an archive", again)
    case .zip64: ("ZIP64", "an archive in the common form", again)
    case .unsafeName(let name): (name, "plain names of parts, without \u{201C}..\u{201D}", again)
    case .twice(let name): (name, "each part once", again)
    case .notAFile(let name): (name, "plain files in the archive, no links", again)
    case .encrypted(let name):
      (name, "no password", "Open it with its password, save it without, and choose it again.")
    case .method(let name): (name, "parts packed in the common way (deflate)", again)
    case .tooLarge:
      (
        "more", "at most \(limits.inflatedBytes / 1_048_576) MiB when unpacked",
        "Leave out what is not needed."
      )
    case .tooDense(let name):
      (name, "parts that unpack to at most \(limits.inflationRatio) times their size", again)
    case .overlapping: ("parts that overlap", "parts that stand beside each other", again)
    case .largerThanSaid(let name): (name, "parts of the size that the archive says", again)
    }
  }
}
