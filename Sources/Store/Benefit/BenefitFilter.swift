import Calculator
import Programme

/// Which benefits a list shows, in what order, from where on.
public struct BenefitFilter: Sendable, Hashable {
  /// Of one council only.
  public var council: CouncilCode?
  /// In one state only.
  public var status: BenefitStatus?
  /// Tangible or intangible only.
  public var tangibility: Tangibility?
  /// Cashable or non-cashable only.
  public var cashability: Cashability?
  /// Worked out by one method only.
  public var method: Calculator.Method?
  /// Of one service only, as ``BenefitFilterChoices`` lists them.
  public var service: String?
  /// Waiting for somebody, in one way, only.
  public var needs: Attention?
  /// Under these labels of a pivot only; ``PivotReport/blank`` is for those that have none. Not for
  /// the year.
  public var labels: [PivotAxis: String] = [:]
  /// With money in one year only; then the list shows, and adds up, the money of that year.
  public var year: PivotYear?
  /// Which money the list shows and adds up.
  public var figure = PivotFigure.forecast
  /// Words that must all stand somewhere in reference, title, description, service or owner.
  public var words = ""
  /// What the list is sorted by; ties are settled by the identity.
  public var sort = BenefitSort.reference
  /// Whether the order is turned round.
  public var descending = false
  /// The list goes on after this place.
  public var after: BenefitCursor?
  /// Rows on a page, 1 to ``limitMaximum``.
  public var limit = 25

  /// Everything the viewer sees, by reference, from the start.
  public init() {}

  /// Whether the list shows other money than the whole forecast of each benefit.
  public var showsPart: Bool {
    figure != .forecast || year != nil || labels[.dimension(.stakeholder)] != nil
  }

  /// The most rows that one page may hold.
  public static let limitMaximum = 5_000
  /// The most words that are looked for.
  public static let wordsMaximum = 10
}

/// What a list of benefits can be sorted by; the raw value stands in addresses.
public enum BenefitSort: String, CaseIterable, Sendable {
  /// The council's own reference.
  case reference
  /// The title, without regard to case.
  case title
  /// The council's name.
  case council
  /// The service.
  case service
  /// The state, in the order of its life.
  case status
  /// The owner.
  case owner
  /// The net benefit over all years; benefits without money come before all others.
  case net
  /// The cashable part over all years; benefits without money come before all others.
  case cashable
  /// When it was last changed.
  case changed
}

/// A place in a sorted list: the sort key and the identity of the row before it.
public struct BenefitCursor: Sendable, Hashable {
  let key: String
  let id: ID<Benefit>

  init(key: String, id: ID<Benefit>) {
    self.key = key
    self.id = id
  }

  /// Reads what ``text`` wrote; nil for anything else. A cursor made up by somebody does no harm:
  /// it is a place to start from, never a right to see.
  public init?(text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let id = ID<Benefit>(text: String(parts[1])),
      let bytes = Hexadecimal.bytes(parts[0]), let key = String(validating: bytes, as: UTF8.self),
      !key.utf8.contains(0)
    else { return nil }
    self.init(key: key, id: id)
  }

  /// The place as it stands in an address.
  public var text: String { "\(Hexadecimal.text(key.utf8)).\(id)" }
}
