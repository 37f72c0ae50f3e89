import Calculator
import Programme
import Store

/// Sizes of files, as people say them.
enum FileSize {
  /// "512 bytes", "12 KB", "3.4 MB".
  static func words(_ bytes: Int) -> String {
    let kibibyte = 1_024
    if bytes < kibibyte { return Shown.count(bytes, "byte") }
    if bytes < kibibyte * kibibyte { return "\(bytes / kibibyte) KB" }
    let tenths = bytes / (kibibyte * kibibyte / 10)
    return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
  }
}
