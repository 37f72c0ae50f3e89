import Programme

extension HonestyPage {
  static let sample = HonestyPage(isEmpty: false)
  static let states = ["empty": HonestyPage(isEmpty: true)]

  private init(isEmpty: Bool) {
    counts = [
      Count(
        count: "1", what: Link("shared source", "/benefits/sources"), why: "Not approved.")
    ]
    let row = CheckRow(
      benefit: Link("B001 Fewer visits", "/benefits/1/checks"), council: "West Lothian Council",
      measure: "Satisfaction", standing: Tag(.fallen))
    flagged = isEmpty ? [] : [row]
    dips = flagged
    let payer = Payer(
      name: "NHS Lothian", note: "Outside the programme.", totals: ["1,000.00", "0.00", "0.00"],
      rows: [
        Payer.Row(
          benefit: Link("B001 Fewer visits", "/benefits/1/checks"),
          council: "West Lothian Council", what: "Fewer referrals", money: ["1,000.00", "0.00", ""])
      ])
    payers = isEmpty ? [] : [payer]
    exports = Link.exports("/benefits/honesty") { $0 }
  }
}
