/// The texts that the cells of a workbook share, by number.
struct SharedTexts {
  private var texts: [String] = []

  /// No such part: a workbook of numbers alone.
  init() {}

  init(_ part: String, in package: Package) throws(Package.Failure) {
    texts = try package.read(part) { SharedTextReader($0, package.limits) }.texts
  }

  var count: Int { texts.count }

  subscript(_ number: Int) -> String? { texts.indices.contains(number) ? texts[number] : nil }
}

/// Reads the part of shared texts: the runs of rich text are one text, readings aside are left out.
private final class SharedTextReader: XMLHandler {
  private enum Place {
    case list, item, run, text, other
  }

  private let stream: XMLStream
  private let names: OpenXMLNames
  private let limits: FileLimits
  private var path: [Place] = []
  private var bytes: [UInt8] = []
  private(set) var texts: [String] = []

  init(_ stream: XMLStream, _ limits: FileLimits) {
    self.stream = stream
    self.limits = limits
    names = OpenXMLNames(stream)
  }

  func start(_ element: XMLElement) {
    guard names.isOurs(element) else { return path.append(.other) }
    switch path.last {
    case nil where element.isNamed("sst"): path.append(.list)
    case .list where element.isNamed("si"): path.append(.item)
    case .item where element.isNamed("r"): path.append(.run)
    case .item where element.isNamed("t"), .run where element.isNamed("t"): path.append(.text)
    default: path.append(.other)
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    guard path.last == .text else { return }
    guard bytes.count + text.count <= limits.cellBytes else { return stream.fail(.textTooLong) }
    bytes.append(contentsOf: text)
  }

  func end() {
    guard path.popLast() == .item else { return }
    guard texts.count < limits.sharedTexts else { return stream.fail(.tooManyTexts) }
    texts.append(EscapedText.decode(bytes))
    bytes.removeAll(keepingCapacity: true)
  }
}
