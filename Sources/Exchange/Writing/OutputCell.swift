import Calculator
import Programme

/// A cell as it is written: a value of a type, a style, and perhaps the formula it comes from.
struct OutputCell {
  enum Value {
    case blank
    case text(String)
    case number(Exact)
  }

  enum Style: String, CaseIterable {
    case plain = "Default"
    case heading
    case money
    case share
    case factor
    case quantity
    case wrapped
  }

  var value = Value.blank
  var style = Style.plain
  var formula: String?

  static let blank = OutputCell()

  static func text(_ text: String, _ style: Style = .plain) -> OutputCell {
    OutputCell(value: text.isEmpty ? .blank : .text(text), style: style)
  }

  static func number(_ number: Exact?, _ style: Style = .plain) -> OutputCell {
    OutputCell(value: number.map(Value.number) ?? .blank, style: style)
  }

  /// A formula with what it gave when the file was written; "" where it shows nothing.
  static func formula(
    _ formula: String, _ cached: Exact?, _ style: Style, orText text: String = ""
  ) -> OutputCell {
    OutputCell(value: cached.map(Value.number) ?? .text(text), style: style, formula: formula)
  }

  /// A field of a record in the style of its kind.
  static func field<Item: Record>(_ field: Item.Field, of item: Item) -> OutputCell {
    let text = item.text(field)
    return switch field.kind {
    case .number: number(Exact(text: text), field.unit.hasPrefix("£") ? .money : .quantity)
    case .share: number(Exact(text: text), .share)
    case .whole: number(Exact(text: text))
    default: self.text(text, .wrapped)
    }
  }

  /// The cell as XML.
  var markup: String {
    var attributes = style == .plain ? "" : " ss:StyleID=\"\(style.rawValue)\""
    if let formula { attributes += " ss:Formula=\"\(MarkupText.escaped(formula))\"" }
    switch value {
    case .blank: return "<Cell\(attributes)/>"
    case .text(let text):
      return "<Cell\(attributes)><Data ss:Type=\"String\">\(MarkupText.escaped(text))</Data></Cell>"
    case .number(let number):
      return "<Cell\(attributes)><Data ss:Type=\"Number\">\(number.text)</Data></Cell>"
    }
  }
}
