import Calculator

extension View {
  /// The view in words.
  var words: String { self == .cash ? "cash view" : "whole view" }
}
