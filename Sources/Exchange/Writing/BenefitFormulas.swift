/// The formulas of the sheet Benefits in R1C1 notation: what the engine does, in a workbook's words.
struct BenefitFormulas {
  /// The look-up table of channel costs.
  let channels: String

  init(channelCount: Int) { channels = "ChannelCosts!R2C1:R\(max(1, channelCount) + 1)C2" }

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
    return "=IF(RC12=\"Withdrawn\",\"\",\(nested))"
  }

  /// Net benefit in a year: gross, ramp, drop-off, deadweight, share claimed, optimism bias.
  func net(year: Int) -> String {
    """
    =IF(NOT(ISNUMBER(RC27)),"",IF(OR(\(year)<RC32,\
    \(year)>=RC32+IF(ISNUMBER(RC33),RC33,\(year + 1))),0,RC27*\(ramp(year: year))\
    *IF(RC32=\(year),1,(1-RC34)^(\(year)-RC32))*(1-RC28)*IF(ISNUMBER(RC29),RC29,1)\
    *IF(RC27<0,1+RC30,1-RC30)))
    """
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
