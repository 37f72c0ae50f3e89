import Exchange
import Programme
import Store

/// Rows of benefits.
typealias PasteGrid = RowGrid<Benefit>

extension RowGrid where Subject == Benefit {
  init(_ pasted: PastedBenefits) { self.init(pasted, usual: PastedBenefits.usualColumns) }

  /// A grid as it was sent; the council is the viewer's own.
  init(_ sent: Submission) throws(Refusal) {
    try self.init(
      sent, fields: Benefit.Field.allCases.filter { $0 != .council }, besides: ["visibility"])
  }

  /// The benefits of a council that the filled rows make, each with what stands against it.
  func benefits(of council: String) -> [(place: Int, reading: Reading<Benefit>)] {
    filled.map { place, texts in (place, PasteGrid.read(texts, council)) }
  }

  private static func read(_ typed: [Benefit.Field: String], _ council: String) -> Reading<Benefit>
  {
    var texts = typed
    texts[.council] = council
    let isUnnamed = TrimmedText.of(texts[.reference] ?? "").isEmpty
    if isUnnamed { texts[.reference] = "New" }
    let hasMethod = !TrimmedText.of(texts[.method] ?? "").isEmpty
    let hasAmount = !TrimmedText.of(texts[.amount] ?? "").isEmpty
    if !hasMethod, hasAmount { texts[.method] = "Amount" }
    let reading = Benefit.read(texts)
    var benefit = reading.value
    if isUnnamed { benefit?.reference = "" }
    let status = benefit.flatMap {
      BenefitStatus.identified.refusesChange(to: $0.status, hasBaseline: false)
    }
    return Reading(value: benefit, problems: reading.problems + [status].compactMap(\.self))
  }
}
