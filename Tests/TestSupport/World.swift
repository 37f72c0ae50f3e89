import Calculator
import Foundation
import Programme
import Store

/// Who takes part in the tests: a programme with two councils and a co-ordinating body, and another
/// programme with a council of its own.
package enum World {
  package static let programme = ID<NationalProgramme>(uuid(1))
  package static let otherProgramme = ID<NationalProgramme>(uuid(2))
  package static let westLothian = ID<Organisation>(uuid(11))
  package static let inverclyde = ID<Organisation>(uuid(12))
  package static let programmeOffice = ID<Organisation>(uuid(13))
  package static let elsewhere = ID<Organisation>(uuid(14))
  package static let supplier = ID<Organisation>(uuid(15))

  /// People who take part and cannot sign in: the co-ordinator, an officer of each council, and one
  /// of the supplier.
  package static let coordinator = participant(.coordinator, of: programmeOffice, 21)
  package static let officer = participant(.council, of: westLothian, 22)
  package static let otherOfficer = participant(.council, of: inverclyde, 23)
  package static let partner = participant(.partner, of: supplier, 24)

  private static func participant(
    _ role: Role, of organisation: ID<Organisation>, _ number: UInt8
  ) -> Viewer {
    let viewer = viewer(role, of: organisation)
    return Viewer(
      person: ID(uuid(number)), name: viewer.name, role: role, organisation: organisation,
      organisationName: viewer.organisationName, organisationCode: viewer.organisationCode,
      programme: programme)
  }

  package static func viewer(
    _ role: Role, of organisation: ID<Organisation> = westLothian,
    in programme: ID<NationalProgramme> = programme
  ) -> Viewer {
    let party = parties.first { $0.id == organisation }
    return Viewer(
      person: nil, name: "\(role) of \(party?.name ?? "nobody")", role: role,
      organisation: organisation, organisationName: party?.name ?? "",
      organisationCode: party?.code.flatMap { CouncilCode(text: $0) }, programme: programme)
  }

  /// Every role at West Lothian and at Inverclyde.
  package static let viewers = Role.allCases.flatMap { role in
    [westLothian, inverclyde].map { viewer(role, of: $0) }
  }

  package static func benefit(_ reference: String, title: String = "Fewer repeat contacts")
    -> Benefit
  {
    var inputs = Inputs<Exact>(method: .amount)
    inputs.amount = Exact(1_000)
    inputs.ramp = [nil, nil, nil, nil, nil]
    var benefit = Benefit(
      reference: reference, title: title, council: "West Lothian Council", inputs: inputs)
    benefit.cashability = .cashable
    benefit.inputs.cashShare = .one
    return benefit
  }

  package static func uuid(_ number: UInt8) -> UUID {
    UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, number))
  }

  private static let parties: [(id: ID<Organisation>, name: String, code: String?)] = [
    (westLothian, "West Lothian Council", "S12000040"),
    (inverclyde, "Inverclyde Council", "S12000018"),
    (programmeOffice, "Programme Office", nil),
    (elsewhere, "Council of Elsewhere", "S12000099"),
    (supplier, "Lomond Systems", nil),
  ]

  private static func row(_ viewer: Viewer) -> String {
    let person = viewer.person?.description ?? ""
    return """
      ('\(person)', '\(programme)', '\(viewer.organisation)', '\(viewer.role.rawValue)',
        '\(viewer.name)', '\(person)@world.example')
      """
  }

  package static var script: String {
    """
    INSERT INTO programme (id, name, purpose) VALUES
      ('\(programme)', 'National CRM Programme', 'One view of the customer'),
      ('\(otherProgramme)', 'Another programme', 'Something else');
    INSERT INTO organisation (id, kind, name, code) VALUES
      ('\(westLothian)', 'council', 'West Lothian Council', 'S12000040'),
      ('\(inverclyde)', 'council', 'Inverclyde Council', 'S12000018'),
      ('\(programmeOffice)', 'co-ordinating body', 'Programme Office', NULL),
      ('\(elsewhere)', 'council', 'Council of Elsewhere', 'S12000099'),
      ('\(supplier)', 'supplier', 'Lomond Systems', NULL);
    INSERT INTO membership (programme_id, organisation_id, capacity, from_day) VALUES
      ('\(programme)', '\(westLothian)', 'lead council', '2004-04-01'),
      ('\(programme)', '\(inverclyde)', 'member council', '2004-04-01'),
      ('\(programme)', '\(programmeOffice)', 'co-ordinating body', '2004-04-01'),
      ('\(programme)', '\(supplier)', 'supplier', '2004-04-01'),
      ('\(otherProgramme)', '\(elsewhere)', 'lead council', '2004-04-01');
    INSERT INTO person (id, programme_id, organisation_id, role, name, email) VALUES
      \([coordinator, officer, otherOfficer, partner].map(row).joined(separator: ",\n"));
    """
  }
}

extension Act {
  /// An act of a test.
  package static func test(_ name: String = "benefit.change") -> Act {
    Act(name: name, requestID: "test")
  }
}
