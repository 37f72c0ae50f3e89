import Calculator
import Programme
import Store

/// What the store knows of one benefit's honesty.
struct BenefitHonesty: Sendable {
  let benefit: StoredBenefit
  let shares: [StoredShare]
  /// The sources that it draws on; for a form, all that it could.
  var sources: [StoredSource]
  let check: StoredCheck
  /// Benefits that may be the same.
  var pairs: [DuplicatePair] = []
}

extension ChecksPage {
  /// The checks of a benefit; `typed` and `found` are of a share that was refused.
  init(
    _ about: BenefitHonesty, viewer: Viewer, typed: [String: String] = [:],
    found: [Problem] = []
  ) {
    let stored = about.benefit
    let mayChange = viewer.mayChange(recordsOf: stored.stored.organisation)
    let path = "/benefits/\(stored.id)"
    benefit = stored.link
    sections = BenefitSection.links(of: stored.id, showing: .checks)
    flags = HonestyWords.flags(about)
    dip = about.check.standing == .dips ? HonestyWords.flag(about.check) : nil
    shares = about.shares.compactMap { share in
      about.sources.first { $0.id == share.source }.map {
        ShareLine(share, $0, action: mayChange ? "\(path)/shares" : nil)
      }
    }
    add = mayChange ? ShareForm(about, "\(path)/shares", typed, found) : nil
    payer = HonestyWords.payer(about.check)
    check = HonestyWords.measure(about.check)
    standing = Tag(about.check.standing)
    changeHref = mayChange ? "\(path)/checks/edit" : nil
    pairs = about.pairs.map { PairLine($0, of: stored.id) }
    problems = found.map { problem in
      guard case .field(let name) = problem.place else {
        return PageProblem(problem.message, at: "main-content")
      }
      return PageProblem(problem.message, at: FormField.id(name))
    }
    trail = BenefitDetailPage.trail(of: stored, itself: true)
  }
}

extension ChecksPage.ShareLine {
  fileprivate init(_ share: StoredShare, _ source: StoredSource, action: String?) {
    self.source = Link(source.source.name, "/benefits/sources/\(source.id)")
    let part = source.source.whole.map {
      ", \(Shown.quantity($0 * share.share.share)) of \(Shown.quantity($0)) \(source.source.unit)"
    }
    self.share = Shown.percentage(share.share.share) + (part ?? "")
    note = share.share.note
    claimed = HonestyWords.claims(source.claims)
    flag = source.claims.isTooMuch ? Tag("More than the whole", .red) : nil
    removal = action.map {
      Removal(action: $0, source: source.id.description, name: source.source.name)
    }
  }
}

extension ChecksPage.ShareForm {
  /// Every source within sight can be chosen; one that is drawn on already is given another share.
  fileprivate init?(
    _ about: BenefitHonesty, _ action: String, _ typed: [String: String], _ found: [Problem]
  ) {
    guard !about.sources.isEmpty else { return nil }
    func error(_ name: String) -> String? {
      found.first { $0.place == .field(name) }?.message
    }
    let chosen = typed["source"] ?? ""
    let sources = about.sources.map { source in
      Choice(
        source.id.description,
        "\(source.source.name): \(Shown.percentage(source.claims.total)) claimed",
        isChosen: source.id.description == chosen)
    }
    let none = Choice("", "Choose a source", isChosen: chosen.isEmpty)
    self.action = action
    fields = [
      FormField("source", "Shared source", .select([none] + sources), error: error("source")),
      FormField(
        "share", "Share that this benefit claims", .number(prefix: nil, suffix: "%"),
        value: typed["share"] ?? "", error: error("share")),
      FormField(
        "note", "Why so much", .line(width: ""), value: typed["note"] ?? "",
        error: error("note")),
    ]
  }
}

extension ChecksPage.PairLine {
  fileprivate init(_ pair: DuplicatePair, of benefit: ID<Benefit>) {
    let other = pair.first.id == benefit ? pair.second : pair.first
    self.other = Link("\(other.reference) \(other.title)", "/benefits/\(other.id)")
    council = other.councilName
    reasons = pair.reasons.joined(separator: ", ")
  }
}
