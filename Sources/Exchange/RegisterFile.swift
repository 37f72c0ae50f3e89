import Programme

/// What came of reading a file: a register when nothing was wrong with it, and every problem.
public struct ImportedFile: Sendable {
  /// The register; nil when a problem is an error.
  public let register: Register?
  /// All problems, in the order in which they were found.
  public let problems: [Problem]
  /// The results that the file worked out for itself.
  public let carried: CarriedFigures
  /// What the file really is.
  public let kind: FileKind
  /// The headings of its sheets, as far as somebody may have a say in what they mean.
  public internal(set) var headings: [SheetHeadings] = []

  /// The official codes of councils by their names, where the file gives them.
  public internal(set) var councilCodes: [String: CouncilCode] = [:]

  /// Where its rows stand.
  var places = PlaceIndex()

  /// Where the file says something of a period, named by its label in a merge ("B001 2010/11 Q1");
  /// the file as a whole where it does not.
  public func place(ofPeriod label: String) -> Problem.Place {
    ["Actuals", "Forecasts", "Measure values"].lazy.compactMap { places.place($0, label) }.first
      ?? .file
  }

  /// Headings of columns that Concordat does not know, kept with each benefit.
  public var additionalColumns: [String] {
    Set(register?.benefits.flatMap { $0.additional.keys } ?? []).sorted()
  }

  /// Whether something stands against using the file.
  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

/// Reads registers from files that people send, which are not to be trusted.
public enum RegisterFile {
  /// Reads a file that is in memory, an upload; `matches` says what a council's own headings mean.
  public static func read(
    _ bytes: [UInt8], matches: HeadingMatches = HeadingMatches(), limits: FileLimits = FileLimits()
  ) -> ImportedFile {
    RegisterReader(matches, limits).read(ByteSource(bytes))
  }

  /// Reads a file on disc, a piece at a time: memory does not grow with the file.
  public static func read(
    path: String, matches: HeadingMatches = HeadingMatches(), limits: FileLimits = FileLimits()
  ) -> ImportedFile {
    ByteSource(path: path).map { RegisterReader(matches, limits).read($0) }
      ?? RegisterReader.refused(.unknown, .unreadable)
  }
}
