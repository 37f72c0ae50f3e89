/// The bounds of what a file may be, by name, in one place.
public struct FileLimits: Sendable, Hashable {
  /// The size of the file.
  public var fileBytes = 64 * 1_024 * 1_024
  /// One tag of XML, from "<" to ">": libxml2 takes time in the square of its attributes.
  public var tagBytes = 32 * 1_024
  /// Attributes of one tag; the format has at most thirty.
  public var tagAttributes = 128
  /// Elements within elements.
  public var depth = 64
  /// Namespaces declared on elements within each other: libxml2 looks a prefix up one by one.
  public var namespaces = 128
  /// The last column that may hold anything.
  public var columns = 256
  /// The last row.
  public var rows = 1_048_576
  /// The text of one cell.
  public var cellBytes = 128 * 1_024
  /// Worksheets of one workbook.
  public var sheets = 256

  /// Parts of one archive.
  public var archiveEntries = 1_024
  /// All parts of an archive, unpacked; also what is read of parts that are named twice.
  public var inflatedBytes = 128 * 1_024 * 1_024
  /// How many times its packed size a part may be; a sheet of equal rows comes to a hundred.
  public var inflationRatio = 200
  /// A part up to this size may be as dense as it likes.
  public var inflationFreeBytes = 1_024 * 1_024
  /// A part that only lists other parts; all of its entries are kept.
  public var listBytes = 4 * 1_024 * 1_024
  /// Texts that the cells of an archive's workbook share.
  public var sharedTexts = 1_048_576
  /// The text of all cells, counted for every cell that shows it: one text may stand in many.
  public var textBytes = 64 * 1_024 * 1_024
  /// Cells that stand in a file once, with a number of times to repeat them.
  public var repeatedCells = 65_536

  /// The limits that hold unless the configuration says otherwise.
  public init() {}
}
