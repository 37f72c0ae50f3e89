import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// How a file is to be worked out; JSON may say it itself.
struct CalculationOptions: Sendable {
  let convention: Convention?
  let schedule: ScheduleChoice?

  init(_ query: Submission) throws(Refusal) {
    var reader = QueryReader(query)
    convention = reader.read("convention", CalculationOptions.words(Convention.self)) {
      Convention(rawValue: $0)
    }
    schedule = reader.read("schedule", CalculationOptions.words(ScheduleChoice.self)) {
      ScheduleChoice(rawValue: $0)
    }
    try reader.finish()
  }

  private static func words<Choice: CaseIterable & RawRepresentable<String>>(
    _: Choice.Type
  ) -> String {
    "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))"
  }
}
