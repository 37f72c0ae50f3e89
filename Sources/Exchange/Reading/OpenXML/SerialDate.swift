import Programme

/// The number of a cell that is shown as a date, as the text of a date and a time.
enum SerialDate {
  private static let daySeconds = 86_400

  /// "2010-01-15T10:30:00"; nil where the number is no day of the workbook's calendar.
  static func text(_ number: String, _ dates: DateSystem) -> String? {
    guard let value = Double(number), (0..<2_958_466).contains(value),
      let whole = Int(exactly: value.rounded(.down)),
      let rest = Int(exactly: ((value - value.rounded(.down)) * Double(daySeconds)).rounded())
    else { return nil }
    let days = whole + rest / daySeconds
    let seconds = rest % daySeconds
    let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60]
      .map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: ":")
    // A time without a day, as XML Spreadsheet 2003 writes it.
    if days == 0, dates == .from1900 { return "1899-12-31T\(time)" }
    return dates.day(serial: days).map { "\($0.description)T\(time)" }
  }
}
