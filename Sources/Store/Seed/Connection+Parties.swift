import Calculator
import Foundation
import Postgres
import Programme

extension Connection {
  /// Offices of every party, with a gap here and there, and a decision maker who followed another.
  func seedOffices(_ seed: PartySeed, _ cast: PartyCast, as viewer: Viewer) throws {
    let act = Act(name: "office.add", requestID: "seed")
    for (place, party) in cast.parties.enumerated() {
      for (number, kind) in OfficeKind.expected(of: party.kind).enumerated() {
        guard (place * 3 + number * 5) % 11 != 4 || party.capacity == .leadCouncil else { continue }
        let person = cast.people.first { $0.party == party.id && $0.role != .board }
        var office = Office(
          kind: kind, holder: seed.name(place * 5 + number),
          from: cast.day(17 - place % 9) ?? cast.today)
        if kind == .champion, let person {
          office.person = person.id
          office.holder = ""
        }
        if kind.decides {
          let isLead = party.capacity == .leadCouncil
          office.limit = Exact(text: seed.limits[isLead ? 0 : place % seed.limits.count])
          office.deputy = place % 3 == 0 ? "" : seed.name(place * 5 + 91)
        }
        try addOffice(office, of: party.id, by: act, as: viewer)
        guard kind.decides, place % 9 == 5 else { continue }
        office.holder = seed.name(place + 140)
        office.from = cast.day(2) ?? cast.today
        try addOffice(office, of: party.id, by: act, as: viewer)
      }
    }
  }

  /// Each council's answers, from one of the profiles; a few have not answered.
  func seedReadiness(_ seed: PartySeed, _ cast: PartyCast, as viewer: Viewer) throws {
    let act = Act(name: "readiness.change", requestID: "seed")
    for (place, council) in cast.councils.enumerated() where place % 13 != 12 {
      let number = council.capacity == .leadCouncil ? 0 : (place * 3 + 1) % seed.readiness.count
      let answers = seed.readiness[number].compactMap { name, answer in
        ReadinessCheck(rawValue: name).map {
          (
            $0,
            ReadinessAnswer(
              standing: ReadinessStanding(rawValue: answer.standing) ?? .notYet,
              day: cast.day(answer.monthsAgo), note: answer.note)
          )
        }
      }
      try saveReadiness(
        Readiness(Dictionary(answers, uniquingKeysWith: { $1 })), of: council.id, expecting: 0,
        by: act, as: viewer)
    }
  }

  /// The objectives with their targets.
  func seedObjectives(_ seed: PartySeed, _ cast: PartyCast, as viewer: Viewer) throws {
    for aim in seed.objectives {
      let targets = aim.targets.compactMap { name, target in
        TargetTerm(rawValue: name).map { term in
          (
            term,
            ObjectiveTarget(
              words: target.words, by: cast.day(target.monthsAgo),
              standing: TargetStanding(rawValue: target.standing) ?? .notBegun)
          )
        }
      }
      try addObjective(
        ProgrammeObjective(
          title: aim.title, description: aim.description,
          targets: Dictionary(targets, uniquingKeysWith: { $1 })),
        by: Act(name: "objective.add", requestID: "seed"), as: viewer)
    }
  }

  /// Other programmes, which draw on some who hold an office here.
  func seedOthers(_ seed: PartySeed, _ cast: PartyCast, as viewer: Viewer) throws {
    let holders = try offices(as: viewer).map(\.office.holder)
    for (place, other) in seed.others.enumerated() {
      let drawn = cast.parties.filter { other.capacities.contains($0.capacity.rawValue) }
      let own = holders.enumerated().filter { $0.offset % 17 == place }.map(\.element)
      guard let from = cast.day(other.from) else { continue }
      try addOtherProgramme(
        OtherProgramme(
          name: other.name, runBy: other.runBy, description: other.description, from: from,
          to: cast.day(other.to), people: Array(own.prefix(other.clashing)) + other.people,
          parties: Set(drawn.map(\.id))),
        by: Act(name: "other-programme.add", requestID: "seed"), as: viewer)
    }
  }
}
