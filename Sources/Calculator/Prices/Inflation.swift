/// The nominal rate of a real one, (1 + real) × (1 + inflation) − 1; fractions.
public func nominalRate<N: Number>(real: N, inflation: N) -> N {
  (.one + real) * (.one + inflation) - .one
}

/// The real rate in a nominal one, (1 + nominal) ÷ (1 + inflation) − 1; fractions.
public func realRate<N: Number>(nominal: N, inflation: N) -> N {
  (.one + nominal) / (.one + inflation) - .one
}
