import Programme

/// The pages about one benefit, in the order of their links under its heading.
enum BenefitSection: CaseIterable {
  case profile
  case measures
  case reviews
  case checks
  case map
  case approval, evidence

  /// What the link says.
  private var name: String {
    switch self {
    case .profile: "Profile"
    case .measures: "Measures"
    case .reviews: "Reviews"
    case .checks: "Checks"
    case .map: "Map"
    case .approval: "Approval"
    case .evidence: "Evidence"
    }
  }

  /// What follows the benefit's own address.
  private var path: String {
    switch self {
    case .profile: ""
    case .measures: "/measures"
    case .reviews: "/reviews"
    case .checks: "/checks"
    case .map: "/map"
    case .approval: "/approval"
    case .evidence: "/evidence"
    }
  }

  /// Links to every page about a benefit; the one that is shown is said to be so.
  static func links(of id: ID<Benefit>, showing current: BenefitSection) -> [SectionLink] {
    allCases.map { section in
      SectionLink(
        text: section.name, href: "/benefits/\(id)\(section.path)", isCurrent: section == current)
    }
  }
}

/// One of several pages about the same thing.
struct SectionLink: Part {
  let text: String
  let href: String
  let isCurrent: Bool
}
