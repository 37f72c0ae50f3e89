/// Works out every figure of an appraisal in exact decimals.
public func calculate(_ appraisal: Appraisal<Exact>) -> Figures<Exact> {
  Engine(appraisal).figures()
}

/// Works out every figure of an appraisal in doubles: faster, good to about 15 digits.
public func calculate(_ appraisal: Appraisal<Double>) -> Figures<Double> {
  Engine(appraisal).figures()
}
