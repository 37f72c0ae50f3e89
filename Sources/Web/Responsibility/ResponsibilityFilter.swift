import Programme
import Store

/// Whose parts are shown in full, and which parties have a column.
struct ResponsibilityFilter: Sendable {
  /// The party whose parts are listed; nil for the viewer's own.
  var party: ID<Organisation>?
  /// The capacity of the parties that have a column; nil for all.
  var capacity: Capacity?

  /// Reads the filter of the matrix's address.
  init(_ query: Submission) throws(Refusal) {
    var reader = QueryReader(query)
    party = reader.read("party", "a party of the list") { ID<Organisation>(text: $0) }
    capacity = reader.read("capacity", "a capacity") { Capacity(rawValue: $0) }
    try reader.finish()
  }

  /// The address that shows this matrix.
  var address: Address {
    Address("/responsibilities").with("party", party?.description)
      .with("capacity", capacity?.rawValue)
  }

  /// The parties that have a column: partners first, then councils.
  func columns(_ parties: [PartyRow]) -> [PartyRow] {
    let shown = parties.filter { capacity == nil || $0.capacity == capacity }
    return shown.filter { $0.kind != .council } + shown.filter { $0.kind == .council }
  }

  /// The fields that narrow it.
  func fields(_ parties: [PartyRow], own: ID<Organisation>) -> [FormField] {
    let chosen = party ?? own
    return [
      FormField(
        "party", "Whose part in full",
        .select(
          parties.map {
            Choice($0.id.description, $0.name, isChosen: $0.id == chosen)
          })),
      FormField(
        "capacity", "Columns of the matrix",
        .select(
          Choice.filter(
            "Every party", Capacity.allCases.map(\.rawValue), chosen: capacity?.rawValue ?? ""))),
    ]
  }
}
