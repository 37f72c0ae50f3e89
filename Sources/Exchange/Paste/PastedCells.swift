import Programme

/// Cells as a spreadsheet puts them on the clipboard: lines of cells with tabs between them; a cell
/// with a line break or tab of its own stands in quotation marks, with those inside doubled.
enum PastedCells {
  static func read(_ text: String) -> [[String]] {
    var reader = Reader(rest: text.unicodeScalars[...])
    return reader.rows()
  }

  private struct Reader {
    var rest: Substring.UnicodeScalarView

    mutating func rows() -> [[String]] {
      var rows: [[String]] = []
      while !rest.isEmpty { rows.append(row()) }
      return rows
    }

    private mutating func row() -> [String] {
      var cells = [cell()]
      while let mark = rest.popFirst() {
        switch mark {
        case "\t": cells.append(cell())
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
      let end = rest.firstIndex(where: PastedCells.ends) ?? rest.endIndex
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
          guard ahead.first.map(PastedCells.ends) ?? true else { return nil }
          rest = ahead
          return String(text)
        }
      }
      return nil
    }
  }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\t" || scalar == "\n" || scalar == "\r"
  }
}
