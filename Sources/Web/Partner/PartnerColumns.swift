import Calculator
import Exchange
import Programme
import Store

/// The columns of the list of partners: parties that are no council.
enum PartnerColumns {
  /// All that a viewer may read.
  static func all(for viewer: Viewer) -> [ListColumn<PartyStanding>] {
    viewer.may(.readProgramme)
      ? [party, kind, decides, issues, late, parts, charter] : [party, kind]
  }

  private static let party = ListColumn<PartyStanding>(
    "party", "Party", export: { .text($0.party.name) },
    cell: { .init($0.party.name, href: $0.party.href, isHead: true) })

  private static let kind = ListColumn<PartyStanding>(
    "kind", "Takes part as", export: { .text($0.party.capacity.rawValue) },
    cell: { .init($0.party.capacity.rawValue) })

  private static let decides = ListColumn<PartyStanding>(
    "decides", "Decides", export: { .text($0.decisionMaker?.holder ?? "") },
    cell: { standing in
      guard let maker = standing.decisionMaker else {
        return .init("", tag: Tag(OfficeKind.keyDecisionMaker.gap, .red))
      }
      return .init(maker.holder, note: maker.limitWords)
    })

  private static let issues = ListColumn<PartyStanding>(
    "issues", "Open issues", isNumber: true, export: { .number(Exact($0.issues.open)) },
    cell: {
      .init(
        "\($0.issues.open)", href: $0.issues.open == 0 ? nil : $0.party.issuesHref(),
        isNumber: true)
    })

  private static let late = ListColumn<PartyStanding>(
    "late", "Late", isNumber: true, export: { .number(Exact($0.issues.late)) },
    cell: { .init("\($0.issues.late)", isNumber: true) })

  private static let parts = ListColumn<PartyStanding>(
    "parts", "Parts not confirmed", isNumber: true,
    export: { .number(Exact($0.unconfirmedCount)) },
    cell: { .init("\($0.unconfirmedCount)", isNumber: true) })

  private static let charter = ListColumn<PartyStanding>(
    "charter", "Charter", export: { .text($0.charter.words) }, cell: { .init($0.charter.words) })
}

extension PartyStanding.CharterStanding {
  /// In two words.
  var words: String {
    switch self {
    case .none: "none yet"
    case .open: "not accepted"
    case .accepted: "accepted"
    }
  }
}
