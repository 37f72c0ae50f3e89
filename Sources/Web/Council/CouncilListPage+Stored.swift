import Calculator
import Programme
import Store

extension CouncilListPage {
  /// The councils as the store lists them, with the sums of what the viewer sees.
  init(_ councils: [CouncilRow], viewer: Viewer) {
    let seesBenefits = viewer.may(.readBenefits)
    rows = councils.map { Row($0, seesBenefits: seesBenefits) }
    let totals = councils.map(\.totals)
    self.totals =
      councils.isEmpty || !seesBenefits
      ? nil
      : Totals(
        councils: Shown.count(councils.count, "council"),
        benefits: Shown.quantity(Exact(totals.reduce(0) { $0 + $1.count })),
        cashable: Shown.bare(totals.reduce(.zero) { $0 + $1.cashable }),
        nonCashable: Shown.bare(totals.reduce(.zero) { $0 + $1.nonCashable }))
    exports = councils.isEmpty ? [] : Link.exports("/councils") { $0 }
  }
}

extension CouncilListPage.Row {
  fileprivate init(_ council: CouncilRow, seesBenefits: Bool) {
    let totals = council.totals
    let hasMoney = seesBenefits && totals.count > totals.countWithoutMoney
    let blank = !seesBenefits ? "not shown" : totals.count == 0 ? "none to see" : Shown.unknown
    name = council.name
    href = "/councils/\(council.code)"
    code = council.code.description
    capacity = council.capacity.rawValue
    benefits = seesBenefits ? Shown.quantity(Exact(totals.count)) : blank
    cashable = hasMoney ? Shown.bare(totals.cashable) : blank
    nonCashable = hasMoney ? Shown.bare(totals.nonCashable) : blank
  }
}
