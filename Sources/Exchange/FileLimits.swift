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
  /// The last column that may hold anything.
  public var columns = 256
  /// The last row.
  public var rows = 1_048_576
  /// The text of one cell.
  public var cellBytes = 128 * 1_024
  /// Worksheets of one workbook.
  public var sheets = 256

  /// The limits that hold unless the configuration says otherwise.
  public init() {}
}
