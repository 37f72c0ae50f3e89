import CPostgres

extension PostgresError {
  /// The error that a result reports.
  init(result: OpaquePointer) {
    func field(_ field: ErrorField) -> String? {
      PQresultErrorField(result, field.code).map { String(cString: $0) }
    }
    let state = field(.sqlState) ?? ""
    let isStale = state == "0A000" && field(.sourceFunction) == "RevalidateCachedQuery"
    self.init(isStale ? .stalePlan : Kind(sqlState: state), "")
    sqlState = state.isEmpty ? nil : state
    constraint = field(.constraint)
    table = field(.table)
    column = field(.column)
    let parts: [(String, String?)] = [
      ("", field(.message) ?? String(cString: PQresultErrorMessage(result))),
      ("detail: ", field(.detail)), ("hint: ", field(.hint)), ("position: ", field(.position)),
      ("where: ", field(.context)),
    ]
    detailForLog = parts.compactMap { label, text in text.map { label + $0 } }
      .joined(separator: "; ")
  }

  /// The same error, seen as another kind.
  func seen(as kind: Kind) -> PostgresError {
    var copy = self
    copy.kind = kind
    return copy
  }
}

/// The fields of an error report, as `postgres_ext.h` codes them; its macros are characters, which
/// Swift does not import.
private enum ErrorField: Unicode.Scalar {
  case sqlState = "C"
  case message = "M"
  case detail = "D"
  case hint = "H"
  case position = "P"
  case context = "W"
  case table = "t"
  case column = "c"
  case constraint = "n"
  case sourceFunction = "R"

  var code: Int32 { Int32(rawValue.value) }
}
