import Calculator
import Programme
import Store

/// How much of a register figures rest on: all of it, or what its council lets the viewer see.
struct RegisterSight: Sendable {
  /// Said at the top of every page of such figures; nil when all of the register is seen.
  let notice: String?
  /// What is seen: "12 benefits and 2 costs"; nil when all of the register is.
  let part: String?
  /// Whether no cost is seen, so that nothing can be set against costs.
  let hidesCosts: Bool

  static let whole = RegisterSight(notice: nil, part: nil, hidesCosts: false)

  /// What stands in the place of a figure that hidden costs decide.
  static let notKnown = "not known, \(because)"
  static let because = "because costs are not shared"

  /// What differences are taken from.
  var ground: String { notice == nil ? "the register" : "what you see" }

  /// Whether a result can be told from what is seen.
  func tells(_ worth: Worth) -> Bool { !hidesCosts || worth == .pvBenefits }
}

extension RegisterSight {
  /// What a viewer sees of a register. Whether anything is held back stays untold: of another
  /// organisation's register the words are the same where everything happens to be shared.
  init(_ stored: StoredRegister, as viewer: Viewer) {
    self.init(
      of: stored.organisation, named: stored.councilName, benefits: stored.benefits.count,
      costs: stored.costs.count, as: viewer)
  }

  /// The same of a register of which so many benefits and costs are seen.
  init(
    of organisation: ID<Organisation>, named name: String, benefits benefitCount: Int,
    costs costCount: Int, as viewer: Viewer
  ) {
    guard !viewer.sees(.draft, of: organisation) else {
      self = .whole
      return
    }
    hidesCosts = costCount == 0
    let benefits = Shown.count(benefitCount, "benefit")
    let costs =
      hidesCosts ? ", and none of its costs" : " and \(Shown.count(costCount, "cost"))"
    part = benefits + costs
    notice =
      "You see only what \(name) has shared with you: \(benefits)\(costs). "
      + "These figures are of that part."
  }
}

extension Calculation {
  /// A result as it is shown, and that it is not known where costs that are hidden decide it.
  func shown(_ worth: Worth, in view: View) -> String {
    sight.tells(worth) ? worked.shown(worth, in: view) : RegisterSight.notKnown
  }

  /// The result to lead with.
  var leadingWorth: Worth { sight.tells(.npv) ? .npv : .pvBenefits }

  /// Money by year, without the lines that costs go into where none is seen.
  var years: YearTable {
    let all = worked.years
    guard sight.hidesCosts else { return all }
    return YearTable(
      caption: all.caption, years: all.years,
      rows: Array(all.rows.prefix { $0.label != "Costs" }))
  }

  /// How the results came about that can be told.
  var workings: [WorkingPart] {
    let unknown = WorkedFigures.worths.filter { !sight.tells($0) }
    let ids = Set(
      View.allCases.flatMap { view in
        unknown.map { "working-\(view.rawValue)-\($0)" }
          + (sight.hidesCosts ? [WorkedFigures.modifiedRateID(in: view)] : [])
      })
    return worked.workings.filter { !ids.contains($0.id) }
  }
}
