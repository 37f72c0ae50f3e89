import Calculator
import Exchange
import Programme
import Store

/// Where a period's own page is.
enum PeriodAddress {
  static func of(_ span: PeriodSpan, _ code: CouncilCode) -> String {
    Address("/periods/check").with("council", code.description).with("span", span.text).text
  }
}

extension Deed {
  /// "Morag Reid, 3 July 2010, 9:05 am: “One officer”".
  var line: String {
    ApprovalWords.deed(self) + (reason.isEmpty ? "" : ": \u{201C}\(reason)\u{201D}")
  }
}

extension Period {
  /// "Whole year", "Q1, April to June", "April".
  var choiceWords: String {
    guard let year = FinancialYear(firstYear: 2000) else { return rawValue }
    let words = PeriodSpan(year, self).words.split(separator: " ").dropLast()
      .joined(separator: " ")
    switch frequency {
    case .year: return "Whole year"
    case .quarter: return "\(rawValue), \(words)"
    case .month: return words
    }
  }
}

extension Tag {
  /// Where a period of a register stands.
  init(_ span: PeriodSpan, in register: RegisterPeriods) {
    if register.closed(around: span) != nil {
      self.init("Closed", .green)
    } else if register.close(of: span)?.state == .submitted {
      self.init("Submitted", .yellow)
    } else {
      self.init(register.isOver(span) ? "Open" : "Not over", .grey)
    }
  }

  /// What became of a closing.
  init(_ outcome: PeriodClose.Outcome) {
    switch outcome {
    case .submitted: self.init("Submitted", .yellow)
    case .takenBack: self.init("Taken back", .grey)
    case .returned: self.init("Sent back", .orange)
    case .closed: self.init("Closed", .green)
    case .reopened: self.init("Opened again", .orange)
    }
  }
}
