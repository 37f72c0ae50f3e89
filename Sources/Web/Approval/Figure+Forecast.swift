import Calculator
import Foundation
import Programme
import Store

extension Figure {
  /// A frozen forecast at a glance.
  static func list(_ forecast: BenefitSnapshot) -> [Figure] {
    if let score = forecast.score {
      return [Figure("Score", "\(Shown.decimal(score, places: 2)) out of 10")]
    }
    guard let net = forecast.netTotal else { return [] }
    return [
      Figure("Gross, £ a year", Shown.bare(forecast.gross)),
      Figure("Net over all years, £", Shown.bare(net)),
      forecast.isTransfer
        ? Figure("Cashable", "none", note: "the value reaches others")
        : Figure("Cashable over all years, £", Shown.bare(forecast.cashableTotal)),
    ]
  }
}

extension Tag {
  /// Where an approval stands.
  init(_ state: ApprovalState) {
    switch state {
    case .unsubmitted, .takenBack: self.init(state.words, .grey)
    case .waiting: self.init(state.words, .yellow)
    case .returned: self.init(state.words, .orange)
    case .approved: self.init(state.words, .green)
    }
  }
}
