import Calculator
import Foundation
import Programme

/// One page of a list of benefits, with the totals of the whole list.
public struct BenefitPage: Sendable {
  /// The rows, in the order asked for.
  public let rows: [BenefitRow]
  /// Of everything that matches the filter, on this page or not.
  public let totals: BenefitTotals
  /// Where the next page begins; nil on the last.
  public let next: BenefitCursor?
}

/// A benefit as a list shows it.
public struct BenefitRow: Sendable, Hashable {
  /// The identity.
  public let id: ID<Benefit>
  /// The council's own reference.
  public let reference: String
  /// The title.
  public let title: String
  /// The official name of the council.
  public let councilName: String
  /// Its official code.
  public let councilCode: CouncilCode?
  /// The service.
  public let service: String
  /// Where it stands.
  public let status: BenefitStatus
  /// Tangible or intangible.
  public let tangibility: Tangibility?
  /// Cashable or non-cashable.
  public let cashability: Cashability?
  /// Who answers for it.
  public let owner: String
  /// How it is worked out.
  public let method: Calculator.Method
  /// Pounds a year before ramp, shares and bias; nil when undefined.
  public let gross: Exact?
  /// Pounds over all years, or what ``BenefitFilter/figure`` and its neighbours ask for; nil when it
  /// has no such money.
  public let netTotal: Exact?
  /// The cashable part of ``netTotal``; nil when it has no money.
  public let cashableTotal: Exact?
  /// The value reaches others and is in no total of the council.
  public let isTransfer: Bool
  /// The weighted score, 0 to 10.
  public let score: Exact?
  /// Who besides the council sees it.
  public let visibility: Visibility
  /// When it was last changed.
  public let changedAt: Date
}

/// Sums of benefits over all years, in pounds. The kinds are kept apart: cashable and non-cashable
/// are never added up, and transfers are in neither.
public struct BenefitTotals: Sendable, Hashable {
  /// How many benefits there are.
  public let count: Int
  /// How many of them have no money, or none that can be worked out; they count too.
  public let countWithoutMoney: Int
  /// The cashable part.
  public let cashable: Exact
  /// The rest.
  public let nonCashable: Exact
  /// Value that reaches others.
  public let transfers: Exact

  /// Sums.
  public init(
    count: Int, countWithoutMoney: Int, cashable: Exact, nonCashable: Exact, transfers: Exact
  ) {
    self.count = count
    self.countWithoutMoney = countWithoutMoney
    self.cashable = cashable
    self.nonCashable = nonCashable
    self.transfers = transfers
  }

  /// Of nothing.
  public static let none = BenefitTotals(
    count: 0, countWithoutMoney: 0, cashable: .zero, nonCashable: .zero, transfers: .zero)
}

/// What the form above a list of benefits offers.
public struct BenefitFilterChoices: Sendable, Hashable {
  /// The councils that have benefits within sight, by name.
  public let councils: [Council]
  /// The services that occur, first spelling, in order.
  public let services: [String]

  /// A council to choose.
  public struct Council: Sendable, Hashable {
    /// The official code.
    public let code: CouncilCode
    /// The official name.
    public let name: String
  }
}
