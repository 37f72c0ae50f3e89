extension Figures {
  /// The modified internal rate of return of a view's net: what is paid is financed, and what is
  /// received is put by, at the discount rate of the base year.
  public func modifiedRate(in view: View) -> Outcome<Double> {
    let flows = worth(in: view).net.map(\.double)
    return modifiedInternalRate(of: flows, financing: baseRate, reinvesting: baseRate)
      .refused(refusal)
  }

  /// How the modified internal rate of return of a view came about.
  public func working(ofModifiedRateIn view: View) -> Working {
    let span = WorkingInput(
      "years", Double(max(0, years.count - 1)), .years, from: "from the base year to the last")
    return Working(
      "modified internal rate of return",
      "(money received, at the end ÷ money paid, at the base) ^ (1 ÷ years) − 1",
      modifiedRate(in: view), .share, inputs: [span], steps: [received(in: view), paid(in: view)])
  }

  private var baseRate: Double { appraisal.schedule.rate(inYear: 0).double }

  /// Years with a net above 0, each grown to the last year.
  private func received(in view: View) -> Working {
    let last = years.last ?? 0
    let lines = moved(view, isIn: true) { year, net in
      Working(
        "received in year \(year), at the end", "net × (1 + rate) ^ years left",
        .value(net * (1 + baseRate).power(last - year)), .pounds,
        inputs: lineInputs(
          net, year,
          WorkingInput(
            "years left", Double(last - year), .years, from: "to the last year")))
    }
    return sum("money received, at the end", lines)
  }

  /// Years with a net below 0, each brought back to the base year, without their sign.
  private func paid(in view: View) -> Working {
    let lines = moved(view, isIn: false) { year, net in
      Working(
        "paid in year \(year), at the base", "|net| ÷ (1 + rate) ^ years",
        .value(-net / (1 + baseRate).power(year)), .pounds,
        inputs: lineInputs(
          net, year,
          WorkingInput(
            "years", Double(year), .years, from: "the base year is 0")))
    }
    return sum("money paid, at the base", lines)
  }

  /// A line for each year in which money comes in, or goes out.
  private func moved(
    _ view: View, isIn: Bool, _ line: (Int, Double) -> Working
  ) -> [Working] {
    zip(years, worth(in: view).net.map(\.double)).filter { isIn ? $0.1 > 0 : $0.1 < 0 }
      .map { line($0.0, $0.1) }
  }

  private func lineInputs(_ net: Double, _ year: Int, _ time: WorkingInput) -> [WorkingInput] {
    [
      WorkingInput("net", net, .pounds, from: netSource(year)),
      WorkingInput("rate", baseRate, .share, from: "the discount rate of the base year"), time,
    ]
  }

  private func sum(_ name: String, _ lines: [Working]) -> Working {
    let values = lines.compactMap { Double($0.value) }
    return Working(
      name, Working.Sentence.sum, .value(values.reduce(0, +)), .pounds, steps: lines)
  }
}
