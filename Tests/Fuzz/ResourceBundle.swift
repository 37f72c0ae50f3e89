import Foundation

/// What the package manager makes where it builds: the folder of a module's resources.
extension Bundle {
  static let module = Bundle(path: "Sources/Exchange") ?? .main
}
