/// Which part of the posts of a cashable benefit counts as released: a budget falls by whole posts,
/// or by tenths of one, or by any part.
public enum PostRule: String, CaseIterable, Sendable {
  /// Any part of a post.
  case any
  /// Tenths of a post.
  case tenths
  /// Whole posts only.
  case whole

  /// What counts, in words.
  public var words: String {
    switch self {
    case .any: "any part of a post"
    case .tenths: "tenths of a post"
    case .whole: "whole posts"
    }
  }

  /// The posts that count as released, never more than there are. Posts that are added, which are
  /// below 0, all count.
  func released<N: Number>(of posts: N) -> N {
    switch self {
    case _ where !(posts > .zero), .any: return posts
    case .tenths: return (posts * N(10)).roundedDown / N(10)
    case .whole: return posts.roundedDown
    }
  }

  /// The part of a benefit's posts that counts; 1 for every method but FTE.
  func releasedShare<N: Number>(of inputs: Inputs<N>) -> N {
    guard self != .any, inputs.method == .fte, let posts = inputs.posts, posts > .zero
    else { return .one }
    return released(of: posts) / posts
  }
}
