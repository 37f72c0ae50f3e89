import Programme
import Store

/// The plan as a drawing: a lane for each milestone of one party, or for each party of all, with a
/// mark for the day of the plan and one for the day that is expected or was achieved.
struct TimelineDrawing: Part {
  let viewBox: String
  let width: String
  let height: String
  let description: String
  let months: [Upright]
  /// Where today is; nil outside the window.
  let today: Upright?
  let lanes: [Lane]
  let milestones: [Drawn]

  /// An upright line with its name above.
  struct Upright: Part {
    let x: String
    let bottom: String
    let text: String
  }

  /// A lane with its name at the left.
  struct Lane: Part {
    let name: String
    let y: String
    let textY: String
  }

  /// A milestone: a link over its marks and the line between them.
  struct Drawn: Part {
    let href: String
    /// What a reader of the drawing hears.
    let label: String
    let bar: Bar?
    let marks: [Mark]
  }

  /// From the plan to what is expected.
  struct Bar: Part {
    let from: String
    let to: String
    let y: String
  }

  /// One mark.
  struct Mark: Part {
    let way: String
    let style: String
  }
}
