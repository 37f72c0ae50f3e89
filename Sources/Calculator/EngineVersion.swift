/// The version of the engine, named beside figures that are kept.
public enum EngineVersion {
  /// The version whose figures ``calculate(_:)-(Appraisal<Exact>)`` gives.
  public static let current = "Concordat 0.1.0"
}
