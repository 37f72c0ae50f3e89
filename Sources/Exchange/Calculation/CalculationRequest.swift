import Calculator
import Programme

/// What the API is asked to work out: a register, and how.
public struct CalculationRequest: Sendable, Hashable {
  /// What to work out.
  public var register: Register
  /// When flows fall; nil for the start of their year.
  public var convention: Convention?
  /// Which rates hold; nil for the register's flat rate.
  public var schedule: ScheduleChoice?
  /// The last year; nil for that of the register.
  public var horizonYears: Int?
  /// Other changes of a scenario.
  public var changes = ScenarioChanges()

  /// A register as it stands.
  public init(_ register: Register) { self.register = register }

  /// What the calculator takes.
  public var appraisal: Appraisal<Exact> {
    var changes = changes
    changes.convention = convention ?? changes.convention
    changes.schedule = schedule ?? changes.schedule
    changes.horizonYears = horizonYears ?? changes.horizonYears
    return changes.applied(to: register.appraisal()).appraisal
  }

  /// Reads Concordat JSON, or any file that an import reads: JSON begins with a brace.
  public static func read(_ bytes: [UInt8]) -> Reading<CalculationRequest> {
    let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) }
    if first == UInt8(ascii: "{") { return RegisterJSON.read(bytes) }
    let file = RegisterFile.read(bytes)
    return Reading(value: file.register.map(CalculationRequest.init), problems: file.problems)
  }
}
