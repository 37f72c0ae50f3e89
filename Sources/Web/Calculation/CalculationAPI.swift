import Calculator
import Exchange
import HTTPTypes
import Hummingbird
import Programme
import Store

/// The calculator for programs.
enum CalculationAPI {
  /// Works out a register that is sent as Concordat JSON or as a file, and keeps nothing of it.
  static func calculate(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.query.expecting(["convention", "schedule"])
    let options = try CalculationOptions(visit.query)
    let bytes = visit.form.upload?.bytes ?? []
    let answer = try await visit.calculating { CalculationAnswer(bytes, options) }
    switch answer {
    case .figures(let json): return visit.json(json)
    case .refused(let problems): throw Refusal.invalid(problems)
    }
  }

  /// What the API can be asked, as an OpenAPI document.
  static func description(_ visit: Visit, _ viewer: Viewer?) async throws -> Response {
    visit.json(OpenAPI.text)
  }
}

/// What comes of a request: the contract's object, or everything that stands against it.
private enum CalculationAnswer: Sendable {
  case figures(String)
  case refused([Problem])

  init(_ bytes: [UInt8], _ options: CalculationOptions) {
    let reading = CalculationRequest.read(bytes)
    guard var request = reading.value else {
      self = .refused(reading.problems)
      return
    }
    request.convention = options.convention ?? request.convention
    request.schedule = options.schedule ?? request.schedule
    self = .figures(
      CalculationJSON.write(
        request.register, figures: Calculator.calculate(request.appraisal),
        problems: reading.problems))
  }
}

extension Visit {
  /// Runs a long computation on a thread of its own, if there is room for it.
  func calculating<T: Sendable>(_ work: @escaping @Sendable () -> T) async throws -> T {
    let seconds = services.configuration.limits.retryAfterSeconds
    return try await services.calculations.admit(retryAfterSeconds: seconds) {
      await Offload.run(work)
    }
  }

  /// An answer for programs.
  func json(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json"],
      body: .init(byteBuffer: .init(string: text)))
  }
}
