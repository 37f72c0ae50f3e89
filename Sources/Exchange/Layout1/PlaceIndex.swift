import Programme

/// Remembers where texts stood, so that what a whole register shows to be wrong is told with a place.
struct PlaceIndex {
  private struct Key: Hashable {
    let subject: String
    let text: String
  }

  private var places: [Key: [Problem.Place]] = [:]
  private var told: [Key: Int] = [:]

  /// A text that a later problem with this subject may name.
  mutating func note(_ subject: String, _ text: String, at place: Problem.Place) {
    places[Key(subject: subject, text: text.lowercased()), default: []].append(place)
  }

  /// Whether a text was noted.
  func knows(_ subject: String, _ text: String) -> Bool {
    places[Key(subject: subject, text: text.lowercased())] != nil
  }

  /// Where a text that was noted under a subject stood first.
  func place(_ subject: String, _ text: String) -> Problem.Place? {
    places[Key(subject: subject, text: text.lowercased())]?.first
  }

  /// The problem at its cell. The first that names a twice-used reference is about the second use.
  mutating func located(_ problem: Problem, isDuplicate: Bool) -> Problem {
    let key = Key(subject: problem.subject, text: problem.found.lowercased())
    let number = told[key, default: isDuplicate ? 1 : 0]
    told[key] = number + 1
    let place = places[key].flatMap { number < $0.count ? $0[number] : $0.last }
    return place.map { problem.at($0) } ?? problem
  }
}
