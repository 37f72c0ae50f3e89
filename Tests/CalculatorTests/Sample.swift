import Calculator
import Foundation
import Testing

/// A sample workbook: its inputs (copied out by a script, not by our reader) and the figures that
/// an independent calculation in 34-digit decimals gives for them.
struct Sample {
  let inputs: Workbook
  let expected: Expected

  init(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/samples")
    let decoder = JSONDecoder()
    inputs = try decoder.decode(
      Workbook.self, from: Data(contentsOf: folder.appending(path: "\(name).appraisal.json")))
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    expected = try decoder.decode(
      Expected.self, from: Data(contentsOf: folder.appending(path: "\(name).expected.json")))
  }

  typealias Cells = [String: String?]

  struct Workbook: Decodable {
    let assumptions: [String: String]
    let channelCosts: [Cells]
    let benefits: [Cells]
    let intangibles: [Cells]
    let costs: [Cells]
  }

  struct Expected: Decodable {
    struct Benefit: Decodable {
      let hourlyCost: String?
      let gross: String?
      let net: [String]?
      let cashable: [String]?
    }
    struct CashView: Decodable {
      let net: [String]
      let npv: String
      let bcr: String?
      let paybackYears: String?
    }
    let productiveHours: String
    let benefits: [String: Benefit]
    let years: [Int]
    let benefitTotal: [String]
    let cashableTotal: [String]
    let nonCashableTotal: [String]
    let costTotal: [String]
    let netCashFlow: [String]
    let discountFactors: [String]
    let pvBenefits: String
    let pvCosts: String
    let npv: String
    let bcr: String?
    let roi: String?
    let paybackYears: String?
    let irr: Double?
    let irrRoots: [Double]
    let scores: [String: String]
    let pivot: [String: [String]]
    let cashView: CashView
  }
}

extension Sample {
  func appraisal<N: Number>(_ type: N.Type = N.self) throws -> Appraisal<N> {
    Appraisal(
      assumptions: try assumptions(),
      channelCosts: try inputs.channelCosts.map {
        ChannelCost(name: text($0, "Channel") ?? "", cost: try #require(try number($0, "Cost")))
      },
      benefits: try inputs.benefits.map(benefit),
      costs: try inputs.costs.map {
        CostLine(
          id: text($0, "CostID") ?? "", amount: try #require(try number($0, "Amount")),
          fromYear: try #require(whole($0, "FromYear")), toYear: try #require(whole($0, "ToYear")),
          optimismBiasShare: try number($0, "OptimismBias") ?? .zero)
      })
  }

  private func assumptions<N: Number>() throws -> Assumptions<N> {
    func value(_ name: String) throws -> N { try #require(N(text: inputs.assumptions[name] ?? "")) }
    return Assumptions(
      discountRate: try value("DiscountRate"), onCostShare: try value("OnCostPct"),
      overheadShare: try value("OverheadPct"), daysPerYear: try value("DaysPerYear"),
      leaveDays: try value("LeaveDays"), bankHolidayDays: try value("BankHols"),
      sicknessAndTrainingDays: try value("SickTrainDays"), hoursPerDay: try value("HoursPerDay"))
  }

  private func benefit<N: Number>(_ cells: Cells) throws -> BenefitCase<N> {
    let id = text(cells, "BenefitID") ?? ""
    return BenefitCase(
      id: id, inputs: try typed(cells), isCashable: text(cells, "Cashability") == "Cashable",
      criteria: try inputs.intangibles.filter { text($0, "BenefitID") == id }.map {
        Criterion(
          name: text($0, "Criterion") ?? "", weight: try number($0, "Weight") ?? .zero,
          score: try number($0, "Score"))
      },
      labels: [
        .council: labels(cells, "Council"), .service: labels(cells, "Service"),
        .objective: labels(cells, "Objective"), .category: labels(cells, "Category"),
        .status: labels(cells, "Status"), .tangibility: labels(cells, "Tangibility"),
        .cashability: labels(cells, "Cashability"),
        .stakeholder: (text(cells, "Stakeholders") ?? "").components(separatedBy: ";"),
      ])
  }

  private func typed<N: Number>(_ cells: Cells) throws -> Inputs<N> {
    var inputs = Inputs<N>(method: try #require(Method(rawValue: text(cells, "Method") ?? "")))
    inputs.volume = try number(cells, "Volume")
    inputs.salary = try number(cells, "Salary")
    inputs.hourlyRate = try number(cells, "HourlyRate")
    inputs.hoursBefore = try number(cells, "HoursBefore")
    inputs.hoursAfter = try number(cells, "HoursAfter")
    inputs.unitCostBefore = try number(cells, "UnitBefore")
    inputs.unitCostAfter = try number(cells, "UnitAfter")
    inputs.fromChannel = text(cells, "FromChannel")
    inputs.toChannel = text(cells, "ToChannel")
    inputs.avoidableShare = try number(cells, "AvoidablePct")
    inputs.posts = try number(cells, "FTE")
    inputs.amount = try number(cells, "Amount")
    inputs.deadweightShare = try number(cells, "Deadweight")
    inputs.claimShare = try number(cells, "ClaimShare")
    inputs.optimismBiasShare = try number(cells, "OptimismBias")
    inputs.cashShare = try number(cells, "CashPct")
    inputs.startYear = whole(cells, "StartYear")
    inputs.years = whole(cells, "Years")
    inputs.dropOffShare = try number(cells, "DropOff")
    inputs.ramp = try (1...5).map { try number(cells, "Ramp\($0)") }
    return inputs
  }

  private func text(_ cells: Cells, _ header: String) -> String? { cells[header] ?? nil }

  private func labels(_ cells: Cells, _ header: String) -> [String] {
    text(cells, header).map { [$0] } ?? []
  }

  private func whole(_ cells: Cells, _ header: String) -> Int? {
    text(cells, header).flatMap { Int($0) }
  }

  private func number<N: Number>(_ cells: Cells, _ header: String) throws -> N? {
    guard let text = text(cells, header) else { return nil }
    let value: N = try #require(N(text: text), "\(header): \(text)")
    return value
  }
}
