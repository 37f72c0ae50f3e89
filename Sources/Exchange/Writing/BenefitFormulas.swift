import Calculator
import Programme

/// The formulas of the sheet Benefits in R1C1 notation: what the engine does, in a workbook's words.
struct BenefitFormulas {
  /// The look-up table of channel costs.
  let channels: String
  /// The columns of the fields that layout 1 has none for, where some benefit uses them.
  let ownColumns: [Benefit.Field: Int]

  init(channelCount: Int, ownColumns: [Benefit.Field: Int] = [:]) {
    channels = "ChannelCosts!R2C1:R\(max(1, channelCount) + 1)C2"
    self.ownColumns = ownColumns
  }

  /// Pounds an hour: the rate given, else worked out from the salary.
  let hourlyCost = """
    =IF(RC13="Time",IF(ISNUMBER(RC16),RC16,IF(AND(ISNUMBER(RC15),ProductiveHours>0),\
    RC15*(1+OnCostPct+OverheadPct)/ProductiveHours,"")),"")
    """

  /// One branch a method, each empty while an input it needs is blank; nothing for a benefit that
  /// was withdrawn.
  var gross: String {
    let from = "VLOOKUP(RC21,\(channels),2,FALSE)"
    let to = "VLOOKUP(RC22,\(channels),2,FALSE)"
    let branches = [
      ("Time", "COUNT(RC14,RC17,RC18,RC26)=4", "RC14*(RC17-RC18)*RC26"),
      ("Unit", "COUNT(RC14,RC19,RC20)=3", "RC14*(RC19-RC20)"),
      (
        "Channel", "AND(ISNUMBER(RC14),ISNUMBER(\(from)),ISNUMBER(\(to)))",
        "RC14*(\(from)-\(to))"
      ),
      ("Contact", "AND(COUNT(RC14,RC23)=2,ISNUMBER(\(from)))", "RC14*RC23*\(from)"),
      ("FTE", "COUNT(RC15,RC24)=2", "RC24*RC15*(1+OnCostPct)"),
      ("Amount", "ISNUMBER(RC25)", "RC25"),
      ("TakeUp", "COUNT(RC14,RC25)=2", "RC14*RC25"),
    ]
    let nested = branches.reversed().reduce("\"\"") { rest, branch in
      "IF(RC13=\"\(branch.0)\",IF(\(branch.1),\(branch.2),\"\"),\(rest))"
    }
    guard let mode = ownColumns[.additionality] else {
      return "=IF(RC12=\"Withdrawn\",\"\",\(nested))"
    }
    let impact = ownColumns[.impactShare].map { "NOT(ISNUMBER(RC\($0)))" } ?? "TRUE"
    let isBlank = "AND(RC\(mode)=\"Percentage point\",\(impact))"
    return "=IF(OR(RC12=\"Withdrawn\",\(isBlank)),\"\",\(nested))"
  }

  /// Net benefit in a year: gross, ramp, drop-off, deadweight, share claimed, optimism bias.
  func net(year: Int) -> String {
    """
    =IF(NOT(ISNUMBER(RC27)),"",IF(OR(\(year)<RC32,\(year)>=RC32+IF(ISNUMBER(RC33),RC33,\
    \(year + 1))),0,RC27*\(ramp(year: year))*IF(RC32=\(year),1,(1-RC34)^(\(year)-RC32))\
    *\(additional)*IF(ISNUMBER(RC29),RC29,1)*IF(RC27*\(additional)<0,1+\(optimism),1-\(optimism))))
    """
  }

  /// What is left when what would have happened anyway is taken out.
  private var additional: String {
    guard let mode = ownColumns[.additionality] else { return "(1-RC28)" }
    let reached = [Benefit.Field.affectedShare, .engagementShare, .retentionShare]
      .compactMap { ownColumns[$0] }.map { "IF(ISNUMBER(RC\($0)),RC\($0),1)*" }.joined()
    let impact = ownColumns[.impactShare].map { "RC\($0)" } ?? "0"
    return "IF(RC\(mode)=\"Percentage point\",\(reached)(\(impact)-RC28),1-RC28)"
  }

  /// The optimism bias, or that of the confidence grade where it is blank.
  private var optimism: String {
    guard let grade = ownColumns[.confidenceGrade] else { return "RC30" }
    let shares = ConfidenceTable<Exact>.standard.shares.map(\.text).joined(separator: ",")
    return "IF(ISNUMBER(RC30),RC30,IF(ISNUMBER(RC\(grade)),CHOOSE(RC\(grade),\(shares)),0))"
  }

  /// The last share that is given up to that year; 1 where none is given at all. (LOOKUP would be
  /// shorter, but LibreOffice finds nothing when the first share is blank.)
  private func ramp(year: Int) -> String {
    let columns = "COLUMN(RC35:RC39)"
    let reached = "ISNUMBER(RC35:RC39)*(\(columns)<=\(year + 35)-RC32)"
    let last = "SUMPRODUCT(MAX(\(reached)*\(columns)))"
    return "IF(COUNT(RC35:RC39)=0,1,SUMPRODUCT((\(columns)=\(last))*1,RC35:RC39))"
  }
}
