/// What somebody may be allowed to do. Every route names one of these; every role lists its own.
public enum Permission: String, CaseIterable, Sendable {
  /// Read benefits that one may see, and what is made from them.
  case readBenefits
  /// Record and change the benefits of one's own organisation, imports included.
  case writeBenefits
  /// Read who takes part.
  case readParties
  /// Read the programme record: issues, plan changes, milestones, responsibilities.
  case readProgramme
  /// Keep one's own party's share of the programme record, and raise what concerns others.
  case takePart
  /// Keep the programme record of every party.
  case coordinate
  /// Read the journal of what one may see.
  case readJournal
  /// Keep accounts, organisations and programmes.
  case administer
}

extension Role {
  /// What the role allows. The one table of access.
  public var permissions: Set<Permission> {
    switch self {
    case .coordinator:
      [.readBenefits, .readParties, .readJournal, .readProgramme, .takePart, .coordinate]
    case .council:
      [.readBenefits, .writeBenefits, .readParties, .readJournal, .readProgramme, .takePart]
    case .viewer: [.readBenefits, .readParties, .readProgramme]
    case .partner: [.readBenefits, .readParties, .readProgramme, .takePart]
    case .board: [.readBenefits, .readParties, .readProgramme]
    case .auditor: [.readBenefits, .readParties, .readJournal, .readProgramme]
    case .admin: [.readParties, .readJournal, .administer]
    }
  }

  /// Which records of *other* organisations the role sees; one's own are always seen.
  /// Row-level security states the same rule a second time.
  public var seesOfOthers: Set<Visibility> {
    switch self {
    case .auditor: [.draft, .shared, .published]
    case .coordinator, .board: [.shared, .published]
    case .council, .viewer, .partner: [.published]
    case .admin: []
    }
  }
}

extension Viewer {
  /// Whether the viewer's role allows it.
  public func may(_ permission: Permission) -> Bool { role.permissions.contains(permission) }

  /// Whether a record of that organisation and visibility is within the viewer's sight.
  public func sees(_ visibility: Visibility, of owner: ID<Organisation>) -> Bool {
    (owner == organisation && role != .admin) || role.seesOfOthers.contains(visibility)
  }

  /// Whether the viewer may change records of that organisation.
  public func mayChange(recordsOf owner: ID<Organisation>) -> Bool {
    may(.writeBenefits) && owner == organisation
  }

  /// Whether the viewer may keep that party's share of the programme record: one's own, and for the
  /// co-ordinator every party's.
  public func mayKeep(recordOf party: ID<Organisation>) -> Bool {
    may(.coordinate) || (may(.takePart) && party == organisation)
  }
}
