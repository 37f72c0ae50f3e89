import Calculator
import Store

/// The rows of a pivot as bars: cashable and non-cashable stacked, what goes to others apart.
struct PivotChart: Part {
  let id = "chart-pivot"
  let title: String
  let description: String
  let bars: [ChartBar]
  let texts: [ChartText]
  /// Where zero is.
  let zero: String
  let height: String
  /// What the colours stand for.
  let key: [Key]
  /// The same numbers: one line a bar.
  let rows: [ChartRow]

  /// One colour; `style` is its class.
  struct Key: Part {
    let style: String
    let text: String
  }

  /// One part of a bar.
  struct Piece: Sendable {
    let name: String
    let value: Exact
    let style: String
    let shown: String
  }

  /// The most bars; of more rows, the largest.
  static let barsMaximum = 20
  private static let rowHeight = 52.0
  private static let width = 700.0

  init(title: String, _ lines: [(label: String, pieces: [Piece])]) {
    self.title = title
    let words = lines.map { line in
      (
        label: line.label,
        value: line.pieces.map { line.pieces.count == 1 ? $0.shown : "\($0.name) \($0.shown)" }
          .joined(separator: ", ")
      )
    }
    description = words.map { "\($0.label): \($0.value)" }.joined(separator: "; ")
    let scale = ChartScale(lines.flatMap { PivotChart.edges($0.pieces) }, top: 10, height: 700)
    bars = lines.enumerated().flatMap { place, line in
      PivotChart.bars(line, top: Double(place) * PivotChart.rowHeight + 22, scale)
    }
    texts = words.enumerated().map { place, line in
      ChartText(
        x: "10", y: ChartScale.text(Double(place) * PivotChart.rowHeight + 16),
        text: "\(line.label): \(line.value)", style: "")
    }
    zero = ChartScale.text(PivotChart.x(0, scale))
    height = ChartScale.text(Double(lines.count) * PivotChart.rowHeight + 4)
    let pieces = lines.first?.pieces ?? []
    key =
      pieces.count < 2
      ? []
      : pieces.map {
        Key(style: $0.style.replacing("app-bar", with: "app-key"), text: $0.name.capitalizedAtStart)
      }
    rows = words.map { ChartRow(label: $0.label, value: $0.value) }
  }

  /// The ends of a stack: what is above zero, and what is below.
  private static func edges(_ pieces: [Piece]) -> [Double] {
    let values = pieces.map(\.value.double)
    return [values.filter { $0 > 0 }.reduce(0, +), values.filter { $0 < 0 }.reduce(0, +)]
  }

  private static func bars(
    _ line: (label: String, pieces: [Piece]), top: Double, _ scale: ChartScale
  ) -> [ChartBar] {
    var (above, below) = (0.0, 0.0)
    return line.pieces.filter { $0.value != .zero }.map { piece in
      let size = piece.value.double
      let from = size < 0 ? below : above
      if size < 0 { below += size } else { above += size }
      let (left, right) = (x(min(from, from + size), scale), x(max(from, from + size), scale))
      return ChartBar(
        x: ChartScale.text(left), y: ChartScale.text(top),
        width: ChartScale.text(max(0.5, right - left)), height: "20", style: piece.style,
        words: "\(line.label), \(piece.name): \(piece.shown)")
    }
  }

  /// From left to right what a scale has from bottom to top.
  private static func x(_ value: Double, _ scale: ChartScale) -> Double {
    20 + width - scale.y(value)
  }

  static let sample = PivotChart(
    title: "Forecast by service",
    [
      ("Libraries", [Piece.cash(Exact(40_000)), .other(Exact(-10_000))]),
      ("Planning", [Piece.cash(Exact(20_000)), .other(Exact(90_000))]),
    ])
}

extension PivotChart.Piece {
  static func cash(_ value: Exact) -> Self {
    Self(name: "cashable", value: value, style: "app-bar--cash", shown: Shown.pounds(value))
  }

  static func other(_ value: Exact) -> Self {
    Self(name: "non-cashable", value: value, style: "app-bar--other", shown: Shown.pounds(value))
  }
}

extension PivotChart {
  /// The largest rows of a report, in its order; nil when there is nothing to draw.
  init?(_ report: PivotReport, _ question: PivotQuestion) {
    let lines = report.rowLabels.indices.map { place in
      (
        label: report.rowAxis.shown(report.rowLabels[place]),
        pieces: PivotChart.pieces(report.rowTotals[place], question.measure)
      )
    }.filter { line in line.pieces.contains { $0.value != .zero } }
    guard !lines.isEmpty else { return nil }
    let sizes = lines.map { PivotChart.edges($0.pieces).map(abs).max() ?? 0 }
    let least = sizes.sorted(by: >).prefix(PivotChart.barsMaximum).last ?? 0
    let shown = zip(lines, sizes).filter { $0.1 >= least }.map(\.0).prefix(PivotChart.barsMaximum)
    let part =
      shown.count < lines.count ? ", the \(shown.count) largest of \(lines.count)" : ""
    let what = question.measure == .count ? "Benefits" : question.figure.label
    self.init(title: "\(what) by \(report.rowAxis.label.lowercased())\(part)", Array(shown))
  }

  private static func pieces(_ cell: PivotCell, _ measure: PivotQuestion.Measure) -> [Piece] {
    switch measure {
    case .cashable, .nonCashable: return [.cash(cell.cashable), .other(cell.nonCashable)]
    case .transfers:
      let value = cell.transfers
      return [
        Piece(
          name: "goes to others", value: value, style: "app-bar--step", shown: Shown.pounds(value))
      ]
    case .count:
      return [
        Piece(
          name: "benefits", value: Exact(cell.count), style: "app-bar--other",
          shown: Shown.whole(cell.count))
      ]
    }
  }
}
