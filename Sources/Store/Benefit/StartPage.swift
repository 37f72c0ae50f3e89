import Programme

/// What needs the viewer: of one's own council's benefits for a council, else of all within sight.
public struct StartPage: Sendable {
  /// One kind of thing to look at.
  public struct List: Sendable, Hashable {
    /// How many there are.
    public let count: Int
    /// The first of them, by reference, at most ``rowsMaximum``.
    public let rows: [Row]

    /// The most that are named.
    public static let rowsMaximum = 5
    /// Nothing to look at.
    public static let empty = List(count: 0, rows: [])
  }

  /// A benefit to look at.
  public struct Row: Sendable, Hashable {
    /// The identity.
    public let id: ID<Benefit>
    /// The reference.
    public let reference: String
    /// The title.
    public let title: String
    /// The council's official name.
    public let councilName: String
  }

  /// What there is to look at, kind by kind; withdrawn benefits need nobody.
  public let lists: [Attention: List]
  /// The last imports within sight, newest first, at most five.
  public let imports: [ImportRun]
}

extension Viewer {
  /// Whether the start page is about the viewer's own organisation and nobody else.
  public var startsWithOwn: Bool { may(.writeBenefits) || role == .viewer }
}
