import Calculator
import Programme

/// A cell as it is written: a value of a type, a style, and perhaps the formula it comes from.
struct OutputCell {
  enum Value {
    case blank
    case text(String)
    case number(Exact)
    case day(Day)
  }

  enum Style: String, CaseIterable {
    case plain = "Default"
    case heading
    case money
    case share
    case factor
    case quantity
    case wrapped
    case day
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

  /// A day, as a text where spreadsheets count no days yet: before 1900.
  static func day(_ day: Day) -> OutputCell {
    day.year < 1900
      ? text(day.description, .wrapped) : OutputCell(value: .day(day), style: .day)
  }

  /// A field of a record in the style of its kind.
  static func field<Item: Record>(_ field: Item.Field, of item: Item) -> OutputCell {
    let text = item.text(field)
    return switch field.kind {
    case .number: number(Exact(text: text), field.unit.hasPrefix("£") ? .money : .quantity)
    case .share: number(Exact(text: text), .share)
    case .whole: number(Exact(text: text))
    case .day: Day(text: text).map(day) ?? self.text(text, .wrapped)
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
    case .day(let day):
      return "<Cell\(attributes)><Data ss:Type=\"DateTime\">\(day)T00:00:00.000</Data></Cell>"
    }
  }
}
