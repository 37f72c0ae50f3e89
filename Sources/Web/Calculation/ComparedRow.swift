/// One row of a comparison.
struct ComparedRow: Part {
  let label: String
  let cells: [Cell]

  /// What one scenario says.
  struct Cell: Part {
    let text: String
    /// The difference from the register.
    let note: String
    let isChanged: Bool
  }
}
