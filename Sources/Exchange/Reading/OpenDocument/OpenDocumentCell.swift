import Foundation

/// A cell of an OpenDocument sheet while it is read.
struct OpenDocumentCell {
  private var kind = Cell.Kind.blank
  /// The value in its own attribute; nil where the shown text is the value.
  private var value: String?
  private var isError = false
  private var isPercent = false
  private var hasFormula = false
  private var refersOutside = false
  /// How many columns it stands for.
  var times = 1
  /// It lies under a merged cell.
  var isCovered = false

  init() {}

  init(_ element: XMLElement, _ names: OpenDocumentNames) {
    isCovered = element.isNamed("covered-table-cell")
    times = max(1, element.attribute("number-columns-repeated", in: names.table)?.whole ?? 1)
    isError = element.attribute("value-type", in: names.extended)?.equals("error") == true
    if let formula = element.attribute("formula", in: names.table) {
      hasFormula = true
      refersOutside = ExternalReference.namesDocument(formula.value)
    }
    takeValue(element, names)
  }

  private mutating func takeValue(_ element: XMLElement, _ names: OpenDocumentNames) {
    guard let type = element.attribute("value-type", in: names.office) else { return }
    func text(_ name: StaticString) -> String? {
      element.attribute(name, in: names.office)?.text
    }
    isPercent = type.equals("percentage")
    if isPercent || type.equals("float") || type.equals("currency") {
      (kind, value) = (.number, text("value") ?? "")
    } else if type.equals("date") {
      (kind, value) = (.dateTime, text("date-value") ?? "")
    } else if type.equals("time") {
      (kind, value) = (.dateTime, text("time-value") ?? "")
    } else if type.equals("boolean") {
      (kind, value) = (.boolean, text("boolean-value") == "true" ? "1" : "0")
    } else {
      (kind, value) = (.text, text("string-value"))
    }
  }

  /// The cell as every format hands it on, with the text that it shows.
  func finished(shown: String) -> Cell {
    var cell = Cell(column: 0)
    cell.hasFormula = hasFormula
    cell.refersOutside = refersOutside
    cell.isPercent = isPercent
    if isError || kind == .number && OpenDocumentCell.isError(shown) {
      cell.kind = .error
      cell.text = shown
      return cell
    }
    cell.text = value ?? (kind == .blank ? "" : shown)
    cell.kind = cell.text.isEmpty && kind != .text ? .blank : kind
    return cell
  }

  /// Programs before LibreOffice 4 wrote an error as the number 0 that shows its name.
  private static func isError(_ shown: String) -> Bool {
    shown.utf8.starts(with: "Err:".utf8)
      || ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"].contains(shown)
  }
}
