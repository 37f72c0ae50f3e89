import Calculator
import Programme
import Store

/// What was typed of a register's cover and channels, by the names of the form. Shares are typed as
/// percentages, the deflator one year a line.
struct AssumptionsForm: Sendable {
  /// What was typed, by name.
  var typed: [String: String]

  /// A form as it was sent.
  init(typed: [String: String]) { self.typed = typed }

  /// The form that shows a register as it stands.
  init(_ cover: Cover, _ channels: [ChannelCost<Exact>]) {
    typed = [:]
    for field in AssumptionsForm.fields {
      let text = PercentText.typed(cover.text(field), if: AssumptionsForm.isShare(field))
      typed[field.rawValue] = field == .deflatorIndexes ? text.replacing("; ", with: "\n") : text
    }
    for (place, channel) in channels.enumerated() {
      for field in ChannelCost<Exact>.Field.allCases {
        typed[AssumptionsForm.name(place, field)] = channel.text(field)
      }
    }
  }

  /// The fields of the cover that are typed here; the council's name is not.
  static let fields = Cover.Field.allCases.filter { $0 != .council }

  /// How many channels there is room for.
  static let channelLimit = 40

  /// Every name the form may have; any other is refused.
  static let names: Set<String> = Set(fields.map(\.rawValue))
    .union(["registerVersion", "reason"])
    .union(
      (0..<channelLimit).flatMap { place in
        ChannelCost<Exact>.Field.allCases.map { name(place, $0) }
      })

  /// The name of one field of one channel: "channel1.cost".
  static func name(_ place: Int, _ field: ChannelCost<Exact>.Field) -> String {
    "channel\(place + 1).\(field.rawValue)"
  }

  /// The cover that was typed, with the council's name as it is stored.
  func cover(of council: String) -> Reading<Cover> {
    var texts: [Cover.Field: String] = [.council: council]
    for field in AssumptionsForm.fields {
      let text = PercentText.withSign(
        typed[field.rawValue] ?? "", if: AssumptionsForm.isShare(field))
      texts[field] = field == .deflatorIndexes ? AssumptionsForm.oneLine(text) : text
    }
    return Cover.read(texts)
  }

  /// The channels that were typed; a row without a name is no channel.
  var channels: Reading<[ChannelCost<Exact>]> {
    var read: [ChannelCost<Exact>] = []
    var problems: [Problem] = []
    for place in 0..<AssumptionsForm.channelLimit {
      let texts = row(place)
      guard texts.values.contains(where: { !TrimmedText.of($0).isEmpty }) else { continue }
      let reading = ChannelCost<Exact>.read(texts)
      problems += reading.problems.map { AssumptionsForm.moved($0, to: place) }
      guard let channel = reading.value else { continue }
      if read.contains(where: { $0.name.lowercased() == channel.name.lowercased() }) {
        problems.append(AssumptionsForm.twice(channel.name, place))
      }
      read.append(channel)
    }
    return Reading(value: read, problems: problems)
  }

  /// How many rows of channels the page shows: those that are filled in, and a few more.
  var channelRows: Int {
    let last = (0..<AssumptionsForm.channelLimit).last { place in
      row(place).values.contains { !TrimmedText.of($0).isEmpty }
    }
    return min(AssumptionsForm.channelLimit, (last ?? -1) + 3)
  }

  private func row(_ place: Int) -> [ChannelCost<Exact>.Field: String] {
    Dictionary(
      uniqueKeysWithValues: ChannelCost<Exact>.Field.allCases.map {
        ($0, typed[AssumptionsForm.name(place, $0)] ?? "")
      })
  }

  private static func moved(_ problem: Problem, to place: Int) -> Problem {
    guard case .field(let name) = problem.place else { return problem }
    return problem.at(.field("channel\(place + 1).\(name)"))
  }

  private static func twice(_ name: String, _ place: Int) -> Problem {
    Problem(
      .error, at: .field(AssumptionsForm.name(place, .name)), subject: "Channel", found: name,
      expected: "each channel once", mend: "Remove one of the two.")
  }

  /// One year a line, or as the cover holds them.
  private static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: "; ")
  }

  private static func isShare(_ field: Cover.Field) -> Bool {
    if case .share = field.kind { true } else { false }
  }
}
