import CXML2

/// Holds the events of a document against the schema while they pass by; no tree is built.
final class SchemaValidator {
  private let context: xmlSchemaValidCtxtPtr
  private let plug: xmlSchemaSAXPlugPtr
  /// libxml2 writes the handlers to call here, and looks here again at the end.
  private let handlers: UnsafeMutablePointer<xmlSAXHandlerPtr?>
  private var target: UnsafeMutableRawPointer?
  private let report: (String) -> Void
  private var text: [UInt8] = []
  /// The names of the open elements; they live as long as the parser.
  private var open: [(name: XMLElement.Name, namespace: XMLElement.Name?)] = []
  /// libxml2 lost its way (XML_SCHEMAV_INTERNAL) and must not be called again.
  private var isLost = false

  /// A validator that tells every fault in words; nil without a schema.
  init?(report: @escaping (String) -> Void) {
    guard let schema = CompiledSchema.shared, let context = xmlSchemaNewValidCtxt(schema) else {
      return nil
    }
    handlers = .allocate(capacity: 1)
    handlers.initialize(to: nil)
    var target: UnsafeMutableRawPointer?
    guard let plug = xmlSchemaSAXPlug(context, handlers, &target) else {
      handlers.deallocate()
      xmlSchemaFreeValidCtxt(context)
      return nil
    }
    self.context = context
    self.plug = plug
    self.target = target
    self.report = report
    xmlSchemaSetValidStructuredErrors(
      context,
      { user, error in
        guard let user, let error else { return }
        Unmanaged<SchemaValidator>.fromOpaque(user).takeUnretainedValue().met(error)
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  deinit {
    xmlSchemaSAXUnplug(plug)
    xmlSchemaFreeValidCtxt(context)
    handlers.deallocate()
  }

  private func met(_ error: UnsafeMutablePointer<xmlError>) {
    if error.pointee.code == Int32(XML_SCHEMAV_INTERNAL.rawValue) { isLost = true }
    report(error.pointee.message.map { String(cString: $0) } ?? "It is not valid.")
  }

  func start(_ element: XMLElement) {
    passText()
    open.append((element.name, element.namespace))
    guard !isLost else { return }
    var attributes: [XMLElement.Name?] = []
    for index in 0..<element.attributeCount {
      guard let attribute = element.attribute(index) else { continue }
      let begin = attribute.value.baseAddress
      attributes += [
        attribute.name, nil, attribute.namespace, begin,
        begin.map { $0 + attribute.value.count },
      ]
    }
    attributes.withUnsafeMutableBufferPointer { buffer in
      handlers.pointee?.pointee.startElementNs?(
        target, element.name, nil, element.namespace, 0, nil, Int32(element.attributeCount), 0,
        buffer.baseAddress)
    }
  }

  /// Kept until the element ends: libxml2 would copy all it has with every piece.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { text.append(contentsOf: bytes) }

  func end() {
    passText()
    guard let last = open.popLast(), !isLost else { return }
    handlers.pointee?.pointee.endElementNs?(target, last.name, nil, last.namespace)
  }

  private func passText() {
    guard !text.isEmpty, !isLost else { return }
    text.withUnsafeBufferPointer {
      handlers.pointee?.pointee.characters?(target, $0.baseAddress, Int32($0.count))
    }
    text.removeAll(keepingCapacity: true)
  }
}
