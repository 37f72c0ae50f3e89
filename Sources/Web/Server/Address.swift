/// An address of ours with its query.
struct Address: Sendable {
  let path: String
  var fields: [(name: String, value: String)] = []

  init(_ path: String) { self.path = path }

  /// The same with one more field, unless it is blank.
  func with(_ name: String, _ value: String?) -> Address {
    guard let value, !value.isEmpty else { return self }
    var copy = without(name)
    copy.fields.append((name, value))
    return copy
  }

  /// The same without a field.
  func without(_ name: String) -> Address {
    var copy = self
    copy.fields.removeAll { $0.name == name }
    return copy
  }

  /// The same query at another path.
  func at(_ path: String) -> Address {
    var copy = Address(path)
    copy.fields = fields
    return copy
  }

  /// The text of it, escaped.
  var text: String {
    guard !fields.isEmpty else { return path }
    let query = fields.map {
      "\(URLEncoded.escaped($0.name))=\(URLEncoded.escaped($0.value))"
    }
    return path + "?" + query.joined(separator: "&")
  }
}
