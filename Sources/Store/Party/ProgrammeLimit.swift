/// The limits of the lists of the programme record, by name, in one place.
public enum ProgrammeLimit {
  /// The most offices, past ones included, that one list reads.
  public static let offices = 5_000
  /// The most activities of the matrix.
  public static let activities = 200
  /// The most objectives.
  public static let objectives = 50
  /// The most different words by which benefits name objectives that are listed.
  public static let objectiveWords = 500
  /// The most versions of the charter.
  public static let charters = 100
  /// The most milestones that other programmes are held against.
  public static let openMilestones = 5_000
  /// The most other programmes.
  public static let otherProgrammes = 200
}
