import Calculator

extension Benefit {
  /// The fields of a benefit, in the order of layout 1 and then those that layout 1 has no column for.
  public enum Field: String, RecordField {
    case reference, title, description, council, service, objective, category, stakeholders
    case tangibility, cashability, owner, status, method, volume, salary, hourlyRate
    case hoursBefore, hoursAfter, unitCostBefore, unitCostAfter, fromChannel, toChannel
    case avoidableShare, posts, amount, deadweightShare, claimShare, optimismBiasShare
    case cashShare, startYear, years, dropOffShare, ramp1, ramp2, ramp3, ramp4, ramp5
    case accruesTo, budgetLine, evidence, nextReview
    case additionality, affectedShare, engagementShare, retentionShare, impactShare
    case confidenceGrade, proxyValue

    /// Whether layout 1 has a column for it.
    public var isInLayout1: Bool {
      switch self {
      case .accruesTo, .budgetLine, .evidence, .nextReview, .additionality, .affectedShare,
        .engagementShare, .retentionShare, .impactShare, .confidenceGrade, .proxyValue:
        false
      default: true
      }
    }

    /// The ramp fields, first year first.
    public static let ramp: [Field] = [.ramp1, .ramp2, .ramp3, .ramp4, .ramp5]

    /// The heading in layout 1, or of our own.
    public var header: String { BenefitFieldTable.entry(self).header }
    /// The label on pages.
    public var label: String { BenefitFieldTable.entry(self).label }
    /// The unit.
    public var unit: String { BenefitFieldTable.entry(self).unit }
    /// What it may hold.
    public var kind: FieldKind { BenefitFieldTable.entry(self).kind }
  }
}

/// Heading, label, unit and kind of every field of a benefit.
enum BenefitFieldTable {
  struct Entry: Sendable {
    let header: String
    let label: String
    let unit: String
    let kind: FieldKind

    init(_ header: String, _ label: String, _ kind: FieldKind, unit: String = "") {
      self.header = header
      self.label = label
      self.unit = unit
      self.kind = kind
    }
  }

  static func entry(_ field: Benefit.Field) -> Entry { entries[field] ?? made(field) }

  /// Made once: every cell of a file asks for its field.
  private static let entries = Dictionary(
    uniqueKeysWithValues: Benefit.Field.allCases.map { ($0, made($0)) })

  private static func made(_ field: Benefit.Field) -> Entry {
    about(field) ?? inputs(field) ?? profile(field) ?? own(field) ?? ramp(field)
  }

  private static func about(_ field: Benefit.Field) -> Entry? {
    switch field {
    case .reference: Entry("BenefitID", "Reference", .text(maxCharacters: 40))
    case .title: Entry("Title", "Title", RecordLimit.title)
    case .description: Entry("Description", "Description", RecordLimit.prose)
    case .council: Entry("Council", "Council", RecordLimit.title)
    case .service: Entry("Service", "Service", RecordLimit.title)
    case .objective: Entry("Objective", "Objective", RecordLimit.title)
    case .category: Entry("Category", "Category", RecordLimit.title)
    case .stakeholders: Entry("Stakeholders", "Stakeholders", .list(maxItems: 20))
    case .tangibility:
      Entry("Tangibility", "Tangibility", .choice(Tangibility.allCases.map(\.rawValue)))
    case .cashability:
      Entry("Cashability", "Cashability", .choice(Cashability.allCases.map(\.rawValue)))
    case .owner: Entry("Owner", "Owner", RecordLimit.title)
    case .status: Entry("Status", "Status", .choice(BenefitStatus.allCases.map(\.rawValue)))
    default: nil
    }
  }

  private static func inputs(_ field: Benefit.Field) -> Entry? {
    switch field {
    case .method: Entry("Method", "Method", .choice(Method.allCases.map(\.rawValue)))
    case .volume: Entry("Volume", "Volume", RecordLimit.amount, unit: "a year")
    case .salary: Entry("Salary", "Salary", RecordLimit.amount, unit: "£ a year")
    case .hourlyRate: Entry("HourlyRate", "Hourly rate", RecordLimit.amount, unit: "£ an hour")
    case .hoursBefore: Entry("HoursBefore", "Hours before", RecordLimit.amount, unit: "hours")
    case .hoursAfter: Entry("HoursAfter", "Hours after", RecordLimit.amount, unit: "hours")
    case .unitCostBefore: Entry("UnitBefore", "Unit cost before", RecordLimit.amount, unit: "£")
    case .unitCostAfter: Entry("UnitAfter", "Unit cost after", RecordLimit.amount, unit: "£")
    case .fromChannel: Entry("FromChannel", "From channel", RecordLimit.title)
    case .toChannel: Entry("ToChannel", "To channel", RecordLimit.title)
    case .avoidableShare: Entry("AvoidablePct", "Avoidable share", RecordLimit.share, unit: "%")
    case .posts: Entry("FTE", "Posts", RecordLimit.amount, unit: "full-time posts")
    case .amount: Entry("Amount", "Amount", RecordLimit.money, unit: "£ a year")
    default: nil
    }
  }

  private static func profile(_ field: Benefit.Field) -> Entry? {
    switch field {
    case .deadweightShare: Entry("Deadweight", "Deadweight", RecordLimit.share, unit: "%")
    case .claimShare: Entry("ClaimShare", "Share claimed", RecordLimit.share, unit: "%")
    case .optimismBiasShare: Entry("OptimismBias", "Optimism bias", RecordLimit.share, unit: "%")
    case .cashShare: Entry("CashPct", "Cash share", RecordLimit.share, unit: "%")
    case .startYear: Entry("StartYear", "Starts in year", .whole(0...500), unit: "from base year")
    case .years: Entry("Years", "Lasts", .whole(1...500), unit: "years")
    case .dropOffShare: Entry("DropOff", "Drop-off", RecordLimit.share, unit: "% a year")
    case .accruesTo: Entry("AccruesTo", "Accrues to", .choice(Beneficiary.allCases.map(\.rawValue)))
    case .budgetLine: Entry("BudgetLine", "Budget line that falls", RecordLimit.title)
    case .evidence: Entry("EvidenceNote", "Evidence", RecordLimit.prose)
    case .nextReview: Entry("NextReview", "Next review", .day)
    default: nil
    }
  }

  /// Inputs that layout 1 has no column for.
  private static func own(_ field: Benefit.Field) -> Entry? {
    switch field {
    case .additionality:
      Entry("Additionality", "Additionality", .choice(Additionality.allCases.map(\.rawValue)))
    case .affectedShare: Entry("AffectedPct", "Affected share", RecordLimit.share, unit: "%")
    case .engagementShare: Entry("EngagementPct", "Engagement", RecordLimit.share, unit: "%")
    case .retentionShare: Entry("RetentionPct", "Retention", RecordLimit.share, unit: "%")
    case .impactShare: Entry("ImpactPct", "Impact", RecordLimit.share, unit: "%")
    case .confidenceGrade: Entry("ConfidenceGrade", "Confidence grade", .whole(1...6))
    case .proxyValue: Entry("ProxyValue", "Proxy value", RecordLimit.money, unit: "£ a year")
    default: nil
    }
  }

  private static func ramp(_ field: Benefit.Field) -> Entry {
    let year = (Benefit.Field.ramp.firstIndex(of: field) ?? 0) + 1
    return Entry("Ramp\(year)", "Share reached in year \(year)", RecordLimit.share, unit: "%")
  }
}
