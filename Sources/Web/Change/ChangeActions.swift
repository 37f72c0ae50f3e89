import Programme
import Store

/// What the viewer may do with a change now: the one thing first, and the rest.
struct ChangeActions {
  let main: Link?
  let others: [Link]
  /// Whether silent parties can be reminded.
  let mayChase: Bool

  init(_ stored: StoredChange, _ viewer: Viewer) {
    let all = ChangeActions.all(stored, viewer)
    main = all.first
    others = Array(all.dropFirst())
    mayChase = viewer.mayLead(stored.process) && !stored.process.silent.isEmpty
  }

  /// In the order in which they press: one's own word first.
  private static func all(_ stored: StoredChange, _ viewer: Viewer) -> [Link] {
    switch stored.process.state {
    case .proposed, .negotiating: negotiating(stored, viewer)
    case .agreed, .rejected:
      viewer.mayLead(stored.process)
        ? [Link("Tell the parties of the decision", "\(stored.href)/tell")] : []
    case .communicated: acknowledging(stored, viewer)
    case .withdrawn, .acknowledged: []
    }
  }

  private static func negotiating(_ stored: StoredChange, _ viewer: Viewer) -> [Link] {
    let own = stored.process.parties.first { $0.id == viewer.organisation }
    let speaks = own != nil && viewer.may(.takePart)
    let hasSpoken = own?.position != nil
    let position = Link(
      hasSpoken ? "Change your position" : "Take your position", "\(stored.href)/position")
    let decide = Link("Record the decision", "\(stored.href)/decide")
    var links = speaks && !hasSpoken ? [position] : []
    if viewer.mayDecide(stored.process) { links.append(decide) }
    if viewer.mayLead(stored.process) {
      links += [
        Link("Amend the change", "\(stored.href)/amend"),
        Link("Withdraw the change", "\(stored.href)/withdraw"),
      ]
    }
    return links + (speaks && hasSpoken ? [position] : [])
  }

  private static func acknowledging(_ stored: StoredChange, _ viewer: Viewer) -> [Link] {
    guard viewer.may(.takePart),
      stored.process.silent.contains(where: { $0.id == viewer.organisation })
    else { return [] }
    return [Link("Acknowledge the decision", "\(stored.href)/acknowledge")]
  }
}
