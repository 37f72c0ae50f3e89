/// Text that people type to name a channel or a group.
enum Label {
  /// What groups without a label are shown under.
  static let blank = "(blank)"

  /// Without white space at the ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
      let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
    else { return "" }
    return String(scalars[first...last])
  }

  /// The form in which two labels are the same: trimmed, without regard to case.
  static func folded(_ text: String) -> String { trimmed(text).lowercased() }
}
