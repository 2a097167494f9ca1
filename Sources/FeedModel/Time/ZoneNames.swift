/// What the abbreviations of time zones mean in dates of the past.
enum ZoneNames {
  /// Seconds east of UTC, and whether it could be another as well. `nil` for what is not known.
  ///
  /// `CST` and `BST` are taken as RFC 822's and Britain's, which is nearly always right.
  static func offset(_ name: UnsafeBufferPointer<UInt8>) -> (seconds: Int32, isCertain: Bool)? {
    guard (1...4).contains(name.count) else { return nil }
    var key: UInt32 = 0
    for byte in name {
      guard (byte | 0x20) &- 0x61 < 26 else { return nil }
      key = key << 8 | UInt32(byte & 0xDF)
    }
    guard let entry = table[key] else { return nil }
    return (Int32(entry.minutes) * 60, entry.isCertain)
  }

  private static let table: [UInt32: (minutes: Int16, isCertain: Bool)] = {
    var table: [UInt32: (minutes: Int16, isCertain: Bool)] = [:]
    for (names, minutes, isCertain) in groups {
      for name in names.split(separator: " ") {
        table[name.utf8.reduce(0) { $0 << 8 | UInt32($1) }] = (minutes, isCertain)
      }
    }
    return table
  }()

  private static let groups: [(names: String, minutes: Int16, isCertain: Bool)] = [
    ("Z UT UTC GMT WET", 0, true),
    ("BST CET MEZ MET WEST WAT", 60, true),
    ("CEST MESZ MEST EET SAST CAT", 120, true),
    ("EEST MSK TRT EAT", 180, true),
    ("MSD SAMT", 240, true),
    ("PKT UZT YEKT", 300, true),
    ("NPT", 345, true),
    ("OMST", 360, true),
    ("WIB ICT KRAT NOVT", 420, true),
    ("AWST HKT SGT PHT MYT WITA IRKT", 480, true),
    ("JST KST WIT YAKT", 540, true),
    ("ACST", 570, true),
    ("AEST VLAT", 600, true),
    ("ACDT", 630, true),
    ("AEDT", 660, true),
    ("NZST", 720, true),
    ("NZDT", 780, true),
    ("NDT", -150, true),
    ("BRT ART ADT UYT CLST", -180, true),
    ("NST", -210, true),
    ("EDT BOT VET CLT", -240, true),
    ("EST CDT COT PET", -300, true),
    ("CST MDT", -360, true),
    ("MST PDT", -420, true),
    ("PST AKDT", -480, true),
    ("AKST", -540, true),
    ("HST", -600, true),
    // Names that are a place's in summer and winter, or of several places.
    ("IST", 330, false), ("AST", -240, false), ("GST", 240, false), ("SST", -660, false),
    ("ET", -300, false), ("CT", -360, false), ("MT", -420, false), ("PT", -480, false),
  ]
}
