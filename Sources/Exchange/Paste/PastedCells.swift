import Programme

/// Cells as a spreadsheet puts them on the clipboard: lines of cells with tabs between them; a cell
/// with a line break or tab of its own stands in quotation marks, with those inside doubled. Files of
/// comma-separated values are the same with another mark between cells.
enum PastedCells {
  static func read(_ text: String, as form: PastedForm = .tabs) -> [[String]] {
    var scalars = text.unicodeScalars[...]
    if scalars.first == "\u{FEFF}" { scalars.removeFirst() }
    var reader = Reader(rest: scalars, mark: mark(of: form, in: scalars))
    return reader.rows()
  }

  private static func mark(
    of form: PastedForm, in scalars: Substring.UnicodeScalarView
  ) -> Unicode.Scalar {
    guard form == .commas else { return "\t" }
    let first = scalars.prefix { $0 != "\n" && $0 != "\r" }
    return first.contains(",") || !first.contains(";") ? "," : ";"
  }

  private struct Reader {
    var rest: Substring.UnicodeScalarView
    let mark: Unicode.Scalar

    mutating func rows() -> [[String]] {
      var rows: [[String]] = []
      while !rest.isEmpty { rows.append(row()) }
      return rows
    }

    private mutating func row() -> [String] {
      var cells = [cell()]
      while let end = rest.popFirst() {
        switch end {
        case mark: cells.append(cell())
        case "\r":
          if rest.first == "\n" { rest.removeFirst() }
          return cells
        default: return cells
        }
      }
      return cells
    }

    private mutating func cell() -> String {
      if rest.first == "\"", let quoted = quoted() { return quoted }
      let end = rest.firstIndex(where: ends) ?? rest.endIndex
      defer { rest = rest[end...] }
      return String(rest[..<end])
    }

    /// The text in quotation marks, where they close before the end of the cell; else nil, and the
    /// marks stand for themselves.
    private mutating func quoted() -> String? {
      var text = String.UnicodeScalarView()
      var ahead = rest.dropFirst()
      while let scalar = ahead.popFirst() {
        guard scalar == "\"" else {
          text.append(scalar)
          continue
        }
        if ahead.first == "\"" {
          text.append(ahead.removeFirst())
        } else {
          guard ahead.first.map(ends) ?? true else { return nil }
          rest = ahead
          return String(text)
        }
      }
      return nil
    }

    private func ends(_ scalar: Unicode.Scalar) -> Bool {
      scalar == mark || scalar == "\n" || scalar == "\r"
    }
  }
}
