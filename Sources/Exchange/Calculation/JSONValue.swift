/// A JSON value whose members keep the order in which they were written.
enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case string(String)
  /// Digits that are already JSON.
  case number(String)
  case array([JSONValue])
  case object([(name: String, value: JSONValue)])

  /// The text, indented by one space a level, with a line end after it.
  var text: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .flag(let isTrue): text += isTrue ? "true" : "false"
    case .string(let value): JSONValue.quote(value, to: &text)
    case .number(let digits): text += digits
    case .array(let items):
      JSONValue.list(items, "[", "]", to: &text, indent) { $0.write(to: &$1, indent: $2) }
    case .object(let members):
      JSONValue.list(members, "{", "}", to: &text, indent) { member, text, inner in
        JSONValue.quote(member.name, to: &text)
        text += ": "
        member.value.write(to: &text, indent: inner)
      }
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, to text: inout String, _ indent: String,
    _ write: (Item, inout String, String) -> Void
  ) {
    guard !items.isEmpty else {
      text += open + close
      return
    }
    text += open
    for (index, item) in items.enumerated() {
      text += (index == 0 ? "" : ",") + indent + " "
      write(item, &text, indent + " ")
    }
    text += indent + close
  }

  private static func quote(_ value: String, to text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}", "<", ">", "&":
        text += escape(scalar)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  /// Also what could end a script element, should the text ever stand in a page.
  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
