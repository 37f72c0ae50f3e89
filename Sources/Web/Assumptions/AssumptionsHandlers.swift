import Calculator
import Foundation
import Hummingbird
import Programme
import Store

/// What all figures of one's own register rest on.
enum AssumptionsHandlers {
  /// The form, as the register stands; with a published deflator filled in where it is asked for.
  static func edit(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    let (stored, setting) = try await own(visit, viewer)
    var form = AssumptionsForm(stored.cover, stored.channelCosts)
    if visit.query.given("deflator") == "gdp" { form.fill(visit.services.deflator) }
    return visit.page(AssumptionsPage(form, problems: [], in: setting))
  }

  /// Changes them, unless somebody else did meanwhile.
  static func update(_ visit: Visit, _ viewer: Viewer) async throws -> Response {
    try visit.form.expecting(AssumptionsForm.names)
    let (stored, setting) = try await own(visit, viewer)
    let form = AssumptionsForm(
      typed: Dictionary(visit.form.fields.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 }))
    guard let version = visit.form.given("registerVersion").flatMap({ Int($0) }) else {
      throw Failure(.unprocessableContent)
    }
    let cover = form.cover(of: stored.cover.council)
    let channels = form.channels
    let reason = visit.form.given("reason") ?? ""
    let problems =
      cover.problems + channels.problems + ShortText.problems(reason, at: "reason", "Reason")
    func again(_ problems: [Problem], _ remarks: [String] = [], at version: Int) -> Response {
      visit.page(
        AssumptionsPage(form, problems: problems, remarks: remarks, in: setting.at(version)),
        remarks.isEmpty ? .unprocessableContent : .conflict)
    }
    guard let cover = cover.value, let channels = channels.value,
      !problems.contains(where: { $0.severity == .error })
    else { return again(problems, at: version) }
    let act = visit.act("register.change", reason: reason)
    do {
      try await visit.write(as: viewer, act) { db in
        try db.changeAssumptions(
          of: viewer.organisation, expecting: version, to: cover, channelCosts: channels, by: act,
          as: viewer)
      }
    } catch Refusal.invalid(let problems) {
      return again(problems, at: version)
    } catch Refusal.conflict(let current) {
      return again([], Conflict.words(stored, cover, channels), at: current)
    }
    return visit.redirect(to: setting.href, notice: .assumptionsChanged)
  }

  /// The viewer's own register, or the standard assumptions where none was begun.
  private static func own(
    _ visit: Visit, _ viewer: Viewer
  ) async throws -> (RegisterAssumptions, AssumptionsPage.Setting) {
    guard viewer.mayChange(recordsOf: viewer.organisation) else { throw Refusal.forbidden }
    return try await visit.store.read(as: viewer) { db in
      let stored =
        try db.assumptions(of: viewer.organisation, as: viewer) ?? .standard(for: viewer)
      let setting = AssumptionsPage.Setting(
        councilName: viewer.organisationName, code: viewer.organisationCode,
        version: stored.version, benefitCount: stored.benefitCount)
      return (stored, setting)
    }
  }
}

extension AssumptionsPage.Setting {
  /// The same, at the version that is current now.
  fileprivate func at(_ version: Int) -> AssumptionsPage.Setting {
    AssumptionsPage.Setting(
      councilName: councilName, code: code, version: version, benefitCount: benefitCount)
  }

  fileprivate var href: String { code.map { "/councils/\($0)#assumptions" } ?? "/councils" }
}

extension AssumptionsForm {
  /// Puts the deflator that is shipped into the form.
  fileprivate mutating func fill(_ deflator: ShippedDeflator?) {
    guard let deflator else { return }
    typed[Cover.Field.deflator.rawValue] = deflator.name
    typed[Cover.Field.deflatorIndexes.rawValue] = deflator.lines
  }
}

/// What somebody else saved while a form was filled in.
private enum Conflict {
  static func words(
    _ theirs: RegisterAssumptions, _ cover: Cover, _ channels: [ChannelCost<Exact>]
  ) -> [String] {
    let fields = cover.changes(since: theirs.cover).map { change in
      "\(change.label): “\(shown(change.before))” was saved, you typed “\(shown(change.after))”."
    }
    let differ = theirs.channelCosts == channels ? [] : ["The channels differ from yours."]
    return ["Somebody saved other assumptions meanwhile. Save again to put yours in their place."]
      + fields + differ
  }

  private static func shown(_ text: String) -> String { text.isEmpty ? "blank" : text }
}
