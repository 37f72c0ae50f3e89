/// How the cells of a workbook show their numbers: what tells a date or a percentage.
struct CellFormats {
  enum Format {
    case plain
    case percent
    case date
  }

  /// By the number that cells name.
  private var formats: [Format] = []

  /// No part of formats: every cell is plain.
  init() {}

  init(_ part: String, in package: Package) throws(Package.Failure) {
    let reader = try package.read(part) { CellFormatReader($0) }
    formats = reader.formats
  }

  func format(_ number: Int) -> Format {
    formats.indices.contains(number) ? formats[number] : .plain
  }
}

/// Reads the part of styles: number formats first, then the list of cell formats that use them.
private final class CellFormatReader: XMLHandler {
  private let names: OpenXMLNames
  private var depth = 0
  /// How deep the list of cell formats stands while it is read.
  private var listDepth: Int?
  private var custom: [Int: CellFormats.Format] = [:]
  private(set) var formats: [CellFormats.Format] = []

  init(_ stream: XMLStream) { names = OpenXMLNames(stream) }

  func start(_ element: XMLElement) {
    depth += 1
    guard names.isOurs(element) else { return }
    if element.isNamed("numFmt"), let id = element.attribute("numFmtId")?.whole {
      custom[id] = NumberFormat.format(element.attribute("formatCode")?.text ?? "")
    } else if element.isNamed("cellXfs") {
      listDepth = depth
    } else if element.isNamed("xf"), listDepth == depth - 1 {
      let id = element.attribute("numFmtId")?.whole ?? 0
      formats.append(custom[id] ?? NumberFormat.builtIn(id))
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  func end() {
    if listDepth == depth { listDepth = nil }
    depth -= 1
  }
}

/// What a number format shows.
enum NumberFormat {
  /// The formats that every program knows by number (ECMA-376 part 1, 18.8.30).
  static func builtIn(_ id: Int) -> CellFormats.Format {
    switch id {
    case 9, 10: .percent
    case 14...22, 27...36, 45...47, 50...58: .date
    default: .plain
    }
  }

  /// Looks at the first section of a format's code, apart from quoted text and [colours].
  static func format(_ code: String) -> CellFormats.Format {
    var bare: [UInt8] = []
    var closing: UInt8?
    var isEscaped = false
    for byte in code.utf8 {
      if isEscaped {
        isEscaped = false
      } else if let end = closing {
        if byte == end { closing = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""): closing = byte
        case UInt8(ascii: "["): closing = UInt8(ascii: "]")
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): isEscaped = true
        case UInt8(ascii: ";"): return format(bare: bare)
        default: bare.append(byte | 0x20)
        }
      }
    }
    return format(bare: bare)
  }

  /// A letter of days or times, other than in the word "general".
  private static func format(bare: [UInt8]) -> CellFormats.Format {
    if bare.contains(UInt8(ascii: "%")) { return .percent }
    if bare.elementsEqual("general".utf8) { return .plain }
    return bare.contains { "dmyhs".utf8.contains($0) } ? .date : .plain
  }
}
