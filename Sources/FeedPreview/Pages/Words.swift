import FeedModel

/// Numbers and moments as people read them.
enum Words {
  /// The number and the noun in the form that goes with it.
  static func counted(_ count: Int, _ one: String, _ many: String) -> String {
    "\(count) \(count == 1 ? one : many)"
  }

  /// `5.5 kB`.
  static func size(_ bytes: Int64) -> String {
    var value = Double(max(0, bytes))
    var unit = 0
    let units = ["bytes", "kB", "MB", "GB", "TB"]
    while value >= 1000, unit < units.count - 1 {
      value /= 1000
      unit += 1
    }
    guard unit > 0 else { return counted(Int(clamping: bytes), "byte", "bytes") }
    let tenths = Int((value * 10).rounded())
    return tenths >= 1000
      ? "\(tenths / 10) \(units[unit])" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }

  /// `1:02:03`.
  static func duration(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds >= 0, seconds < 1e9 else { return "" }
    let whole = Int(seconds.rounded())
    let (hours, minutes, rest) = (whole / 3600, whole / 60 % 60, whole % 60)
    return hours > 0
      ? "\(hours):\(padded(minutes)):\(padded(rest))" : "\(minutes):\(padded(rest))"
  }

  /// `7 May 2024, 10:00 +02:00`.
  static func date(_ moment: Timestamp) -> String {
    let civil = moment.civil
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let month = months.indices.contains(civil.date.month - 1) ? months[civil.date.month - 1] : ""
    let day = "\(civil.date.day) \(month) \(civil.date.year)"
    return "\(day), \(padded(civil.hour)):\(padded(civil.minute)) \(zone(moment.offsetSeconds))"
  }

  private static func zone(_ offset: Int32) -> String {
    guard offset != 0 else { return "UTC" }
    let minutes = Int(offset.magnitude) / 60
    return "\(offset < 0 ? "−" : "+")\(padded(minutes / 60)):\(padded(minutes % 60))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
